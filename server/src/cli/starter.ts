/** A small description that people write their own work over. */
export const STARTER = `# A work system description: how one piece of work is done, in plain words.
# The work below is an example. Write your own over it, take out what you do not need, add what is missing.
# Lines that begin with # are notes to you; nothing reads them.
kind: work-system
format: 1
title: Handling customer orders
purpose: Take orders by phone and mail and see that they are delivered and paid.

# Who gets something from this work?
customers:
  buyers: People and firms that order from us

# What do they get?
products:
  order-confirmation: A letter that says what was ordered, when it comes and what it costs

# Who does the work?
participants:
  order-clerks: Two clerks who take the orders
  driver: Brings the goods

# What is done, step by step, by whom, with which information?
activities:
  take-order:
    does: A clerk writes down what is wanted and who wants it
    performed_by: [order-clerks]
    creates: [order]
    with: [order-program]
  deliver:
    does: The driver brings the goods and has the receipt signed
    performed_by: [driver]
    uses: [order]

# What must be known for it? How bad would it be if this leaked, was lost or was wrong?
# public, internal, confidential or restricted
information:
  order:
    description: Name, address, telephone number and what was ordered
    sensitivity: confidential

# With which tools?
technologies:
  order-program: The program on the office computers
`;
