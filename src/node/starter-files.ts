/** The id of the qualification that a new workspace begins with. */
export const STARTER_ID = 'my-qualification';

/** A commented model for a new workspace, which is about the table beside it. */
export const STARTER_MODEL = `# yaml-language-server: $schema=./model.schema.json
#
# A qualification: its units, its groups and its rule of combination.
# Change it line by line, and look at it with:
#
#   qualpath check ${STARTER_ID}     what is wrong or odd about it
#   qualpath solve ${STARTER_ID}     the pathway with the least hours
#   qualpath range ${STARTER_ID}     the figures that are published

title: Level 2 Award in Running a Market Stall (an example)
awarding-organisation: Your organisation
level: 2

# The unit table; a list of units may stand here instead.
units: ../data/${STARTER_ID}.csv

# Every group of the table, with its title.
groups:
  A: Mandatory units
  B: Optional units

# One condition a line, in the words of a handbook; all of them must be met.
rule:
  - all units from A
  - at least 13 credits
  - at least 3 credits from B at level 2
  - at most 1 unit from B at level 3

# What the document prints: check and range set it beside what the rule gives.
published:
  minimum-glh: 86
  credits: 13

# The documents that this was written from, and how they were read.
sources:
  - { document: Handbook of the qualification, section: Rule of combination }
notes:
  - The rule and the units are made up, to be replaced by your own.
`;

/** The unit table of that model. \`TBC\` or a blank is a figure that nobody knows yet. */
export const STARTER_UNITS = `group,ref,title,level,credit,glh
A,MS 1,Set up and close a stall,2,3,20
A,MS 2,Handle money and records,2,4,27
B,MS 3,Attract customers,2,2,14
B,MS 4,Source local produce,2,3,18
B,MS 5,Plan a season,3,4,24
B,MS 6,Work with other traders,1,2,15
B,MS 7,Train an assistant,3,3,21
`;
