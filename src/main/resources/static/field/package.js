// The day package as rows of objects, and what a loan owes on the session's day: K + B × index, rounded once.
const UNITS = 36_500_000_000n;

const numbered = rows => {
  let last = 0n;
  return rows.map((row, n) => {
    last = n === 0 ? BigInt(row[0]) : last + BigInt(row[0]);
    return [String(last), ...row.slice(1)];
  });
};

export function read(json) {
  const series = json.series.map(([part, index]) => ({ part, index: BigInt(index) }));
  const programmes = json.programmes.map(([vi, en]) => ({ vi, en }));
  const groups = numbered(json.groups).map(([id, code, name, head, saves]) => ({ id, code, name, head, saves: saves === 1, members: [], loans: [] }));
  const members = numbered(json.members).map(([id, group, ordinal, name, monthly, saved]) =>
    ({ id, group: groups[group], ordinal, name, monthly, saved, loans: [] }));
  const loans = numbered(json.loans).map(([id, code, member, group, name, programme, due, asks, ...parts]) => {
    const loan = { id, code, member: members[member] ?? null, group: groups[group] ?? null, programme: programmes[programme], due, asks: asks === 1, parts: [] };
    loan.name = loan.member?.name ?? name;
    for (let i = 0; i < parts.length; i += 3) loan.parts.push({ ...series[parts[i]], b: BigInt(parts[i + 1]), k: BigInt(parts[i + 2]) });
    loan.owed = owed(loan.parts);
    loan.asked = loan.asks ? loan.owed : 0;
    loan.outstanding = sum(loan.parts.map(part => part.b));
    loan.overdue = sum(loan.parts.filter(part => part.part === 'OVERDUE').map(part => part.b));
    loan.member?.loans.push(loan);
    return loan;
  });
  for (const member of members) member.group?.members.push(member);
  for (const group of groups) group.members.sort((a, b) => a.ordinal - b.ordinal);
  const payouts = numbered(json.payouts).map(([id, code, name, group, programme, amount]) => ({ id, code, name, group, programme: programmes[programme], amount }));
  // What group heads took before the session, by member and loan; what of fees and commissions waits to be paid.
  const taken = new Map();
  for (const [line, member, loan, interest, saving] of json.taken ?? []) {
    const key = members[member].id + (loans[loan]?.id ?? '');
    const sum = taken.get(key) ?? { lines: [], interest: 0, saving: 0 };
    taken.set(key, { lines: [...sum.lines, line], interest: sum.interest + interest, saving: sum.saving + saving });
  }
  const dues = (json.dues ?? []).map(([id, month, amount, ofGroup, code, vi, en, head]) =>
    ({ id, month, amount, ofGroup: ofGroup === 1, code, name: { vi, en }, head }));
  return { ...json, groups, members, loans, payouts, taken, dues };
}

const sum = all => Number(all.reduce((a, b) => a + b, 0n));

/** Đồng owed, HALF_UP; nothing when the line is below zero. */
export function owed(parts) {
  const numerator = parts.reduce((all, part) => all + part.k + part.b * part.index, 0n);
  return numerator <= 0n ? 0 : Number((numerator + UNITS / 2n) / UNITS);
}

/** Without tones and marks, for the search box. */
export const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
