/** What became of the certificate that was asked for. */
export type CertificateDocument =
  | {
      readonly certified: true;
      /** The leaves of all its proofs. */
      readonly leaves: number;
      /** What of the answer it leaves out, and why; left out itself where it is all in it. */
      readonly without?: readonly { readonly name: string; readonly why: string }[];
    }
  | {
      readonly certified: false;
      /** Why there is none. */
      readonly why: string;
    };

/** The answer to `verify`. */
export interface VerifyDocument {
  /** Whether the claim is proved, of the units and conditions that the certificate lists. */
  readonly proved: boolean;
  /** The claim in words; several one after the other. */
  readonly claim: string;
  /** The same, one by one. */
  readonly claims: readonly string[];
  /** Whether the question of the certificate is that of the model as it stands now. */
  readonly model: 'matches' | 'differs' | 'not compared';
  /** In which ways it is not; empty unless it differs. */
  readonly differences: readonly string[];
  readonly leaves: number | null;
  /** Which leaf does not hold, and why; null where it is proved. */
  readonly why: string | null;
}
