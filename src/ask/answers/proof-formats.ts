export { inFormat, PROOF_FORMATS, type ProofFormat } from '../../certificate/in-format.js';
