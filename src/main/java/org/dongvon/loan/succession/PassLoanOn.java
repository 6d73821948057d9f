package org.dongvon.loan.succession;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.CreditGroups;
import org.dongvon.group.CreditGroups.NewMember;
import org.dongvon.group.FollowsMembers;
import org.dongvon.group.FollowsMembers.Succeeded;
import org.dongvon.group.MoveMembers;
import org.dongvon.ledger.Ledger;
import org.dongvon.loan.succession.SuccessionBook.InGroup;
import org.dongvon.loan.succession.SuccessionBook.Owed;
import org.dongvon.loan.succession.SuccessionBook.Passed;
import org.dongvon.loan.succession.SuccessionRules.Heir;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Fact;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Spelling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The loan of a borrower who died or left goes on in the name of whom a household's 01/UQ names: an heir of the same
 * household, or another who takes the debt. Nothing of the debt itself changes. The subject is the loan's code and the
 * successor: {@code LC-1:140737488355412}.
 */
@Component
public class PassLoanOn implements ChangeKind {

    public static final String NAME = "loan.succession";

    static final String MOVES = "MOVES";
    static final String STAYS = "STAYS";
    private static final String WORD = "succession.deposit.";
    private static final int EVIDENCE = 200;

    private final SuccessionBook book;
    private final SuccessionRules rules;
    private final CreditGroups groups;
    private final MoveMembers moves;
    private final List<FollowsMembers> followers;
    private final Posting posting;

    PassLoanOn(
            SuccessionBook book,
            SuccessionRules rules,
            CreditGroups groups,
            MoveMembers moves,
            List<FollowsMembers> followers,
            Posting posting) {
        this.book = book;
        this.rules = rules;
        this.groups = groups;
        this.moves = moves;
        this.followers = followers;
        this.posting = posting;
    }

    /** What to ask for: the household that takes the debt, the paper that shows why, and what becomes of the savings. */
    public static Facts wanted(String household, String evidence, boolean depositMoves) {
        return Facts.none()
                .text("household", household)
                .text("evidence", Spelling.of(evidence))
                .word("deposit", WORD + (depositMoves ? MOVES : STAYS));
    }

    /** What the request is called by: the loan, and who takes it over. */
    static String subject(String code, long heir) {
        return code + ":" + heir;
    }

    static boolean movesDeposit(Facts facts) {
        return facts.textOf("deposit").equals(WORD + MOVES);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.CREDIT_OFFICER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(book.get(code(subject)).title());
    }

    @Override
    public List<Long> people(String subject) {
        var borrower = book.get(code(subject)).borrower();
        return borrower.name() == null ? List.of(heir(subject)) : List.of(borrower.person(), heir(subject));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return book.get(code(subject)).place().pointId();
    }

    /** Whose it is now: when somebody else has taken it over in between, the request is outdated. */
    @Override
    public Facts current(String subject, Facts wanted) {
        var code = code(subject);
        posting.hold(book.get(code).place().officeId());
        book.lock(code);
        return wanted.emptied()
                .text("borrower", String.valueOf(book.get(code).borrower().person()));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var loan = book.get(code(subject));
        rules.departure(loan);
        var evidence = wanted.textOf("evidence");
        if (evidence.isBlank()) {
            throw new Refused(SuccessionRefusal.SUCCESSION_EVIDENCE_MISSING);
        }
        if (evidence.length() > EVIDENCE) {
            throw new Refused(SuccessionRefusal.SUCCESSION_EVIDENCE_TOO_LONG, EVIDENCE);
        }
        rules.requireMay(loan, heirNow(loan, subject, wanted));
        if (movesDeposit(wanted)) {
            rules.requireDepositFree(loan);
        }
    }

    private Heir heirNow(Owed loan, String subject, Facts wanted) {
        var heir = rules.heir(loan, wanted.textOf("household"));
        if (heir.person() != heir(subject)) {
            throw new Refused(
                    SuccessionRefusal.SUCCESSION_ANOTHER_DELEGATE,
                    heir.household().code());
        }
        return heir;
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var loan = book.get(code(subject));
        var left = rules.departure(loan);
        var facts = Facts.none()
                .date("left-on", left.on())
                .word("cause", "household.cause." + left.cause())
                .dong("debt", loan.debt());
        var seat = loan.seat();
        return seat == null ? facts : facts.dong("saved", rules.deposit(seat));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var loan = book.get(code(approved.subject()));
        var heir = heirNow(loan, approved.subject(), approved.wanted());
        long journal = posting.journal(approved.submission(), loan);
        var to = seat(loan, heir);
        var moved = Dong.ZERO;
        var seat = loan.seat();
        if (seat != null && to != null && movesDeposit(approved.wanted())) {
            var succeeded =
                    new Succeeded(journal, approved.submission(), loan.place().day(), seat.member(), to.member());
            for (var each : followers) {
                moved = moved.plus(each.succeeded(succeeded));
            }
        }
        book.pass(
                loan,
                new Passed(
                        journal,
                        line(approved.submission()),
                        heir.household().id(),
                        heir.person(),
                        to,
                        approved.wanted().textOf("evidence"),
                        moved,
                        approved.id()));
        if (seat != null && !seat.onBoard() && rules.isFree(seat)) {
            moves.out(List.of(seat.member()), loan.place().day());
        }
    }

    /** Where the successor sits: where they are a member already, or in the predecessor's place. */
    private @Nullable InGroup seat(Owed loan, Heir heir) {
        var seat = loan.seat();
        if (seat == null) {
            return null;
        }
        return book.member(heir.person(), loan).orElseGet(() -> {
            var newcomer = new NewMember(heir.household().id(), heir.person(), seat.saving(), null);
            var members = groups.seat(seat.group(), loan.place().day(), List.of(newcomer));
            followers.forEach(each -> each.joined(members));
            return new InGroup(members.getFirst(), seat.group());
        });
    }

    private static UUID line(UUID submission) {
        return UUID.nameUUIDFromBytes(("debt passed on by " + submission).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> words(Language language, String subject, Fact fact) {
        var value = fact.value();
        if (value == null) {
            return Optional.empty();
        }
        return switch (fact.name()) {
            case "household" -> Optional.of(value + ": " + shown(heir(subject)));
            case "borrower" -> Optional.of(shown(Long.parseLong(value)));
            default -> Optional.empty();
        };
    }

    private String shown(long person) {
        return book.name(person).orElse("•••");
    }

    @Override
    public String form(String subject) {
        return "/loans/" + code(subject) + "/succession";
    }

    private static String code(String subject) {
        return subject.substring(0, subject.lastIndexOf(':'));
    }

    private static long heir(String subject) {
        return Long.parseLong(subject.substring(subject.lastIndexOf(':') + 1));
    }

    /** The journal of a loan that passes on: it has no entries, since no account moves. */
    @Component
    static class Posting {

        private static final String WITHOUT_ENTRIES = "SUCCESSION";

        private final Ledger ledger;
        private final BusinessDays days;

        Posting(Ledger ledger, BusinessDays days) {
            this.ledger = ledger;
            this.days = days;
        }

        void hold(long officeId) {
            days.hold(officeId);
        }

        long journal(UUID submission, Owed loan) {
            var place = loan.place();
            return ledger.postWithoutEntries(
                            WITHOUT_ENTRIES,
                            List.of(new Ledger.Bare(submission, place.pointId(), place.officeId(), place.day())))
                    .values()
                    .iterator()
                    .next();
        }
    }
}
