package org.dongvon.session.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.Provisionals;
import org.dongvon.session.sheet.PostFieldSheet;
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sync.FieldConflicts.Conflict;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Two persons settle what lies on the desk: how much of the cash goes into the books and as what, and what became of the rest. The
 * approval posts, with the session's day as value date. The subject is the conflict's number.
 */
@Component
class SettleConflict implements ChangeKind {

    static final String NAME = "session.field-conflict";

    private static final String WORDS = "field.rest.";

    /** What became of the cash that is not posted. */
    enum Rest {
        NONE,
        GIVEN_BACK,
        COUNTED_TWICE,
        ENTERED_OTHERWISE
    }

    private final FieldConflicts conflicts;
    private final PostFieldSheet sheets;
    private final FieldEvents events;
    private final Provisionals provisionals;

    SettleConflict(FieldConflicts conflicts, PostFieldSheet sheets, FieldEvents events, Provisionals provisionals) {
        this.conflicts = conflicts;
        this.sheets = sheets;
        this.events = events;
        this.provisionals = provisionals;
    }

    static Facts wanted(Dong interest, Dong saving, Dong principal, Rest rest) {
        return Facts.none()
                .dong("interest", interest)
                .dong("saving", saving)
                .dong("principal", principal)
                .word("rest", WORDS + rest);
    }

    private static Rest rest(Facts wanted) {
        return Rest.valueOf(wanted.textOf("rest").substring(WORDS.length()));
    }

    private static Dong posted(Facts wanted) {
        return wanted.dongOf("interest").plus(wanted.dongOf("saving")).plus(wanted.dongOf("principal"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.TELLER, Role.LEADER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.CONTROLLER, Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        var conflict = conflicts.get(subject);
        var loan = conflict.who().loan();
        return Label.same(loan == null ? conflict.device().name() : loan);
    }

    @Override
    public List<Long> people(String subject) {
        var person = conflicts.get(subject).who().person();
        return person == null ? List.of() : List.of(person);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return conflicts.get(subject).which().point();
    }

    /** Nothing was there before. */
    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none();
    }

    @Override
    public @Nullable Dong amount(Facts current, Facts wanted) {
        var posted = posted(wanted);
        return posted.isPositive() ? posted : null;
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var conflict = conflicts.get(subject);
        if (!conflict.isOpen()) {
            throw new Refused(FieldRefusal.FIELD_CONFLICT_SETTLED);
        }
        var posted = posted(wanted);
        var cash = conflict.outcome().cash();
        boolean onlyNothing = conflict.which().line() == 0 || !cash.isPositive();
        if (onlyNothing && posted.amount() != 0) {
            throw new Refused(FieldRefusal.FIELD_ONLY_NOTHING);
        }
        if (!onlyNothing && posted.compareTo(cash) > 0) {
            throw new Refused(FieldRefusal.FIELD_SETTLED_TOO_MUCH, posted, cash);
        }
        if ((rest(wanted) == Rest.NONE) != posted.equals(cash)) {
            throw new Refused(FieldRefusal.FIELD_REST_NOT_NAMED, cash.minus(posted));
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var conflict = conflicts.get(subject);
        var money = conflict.device().money();
        return Facts.none()
                .dong("device-interest", new Dong(money.interest()))
                .dong("device-saving", new Dong(money.saving()))
                .dong("device-principal", new Dong(money.principal()))
                .dong("device-paid-out", new Dong(money.paidOut()))
                .dong("books-outstanding", conflict.books().outstanding())
                .dong("books-interest", conflict.books().interest())
                .dong("books-principal", conflict.books().principal())
                .dong("not-posted", conflict.outcome().cash().minus(posted(wanted)));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var conflict = conflicts.get(approved.subject());
        conflicts.holdOpen(conflict.which().id());
        var wanted = approved.wanted();
        var posted = posted(wanted);
        if (posted.isPositive()) {
            post(conflict, approved);
        }
        conflicts.settle(conflict.which().id(), posted, rest(wanted).name(), checker.personId());
    }

    private void post(Conflict conflict, Approved approved) {
        var wanted = approved.wanted();
        var whose = conflict.who().whose();
        var payer = conflict.device().kind() == FieldEvent.Kind.SHEET
                ? SheetLine.Payer.GROUP_HEAD
                : SheetLine.Payer.BORROWER;
        var line = new SheetLine(
                lineOf(conflict),
                whose.member() == null ? 0 : whose.member(),
                whose.loan(),
                wanted.dongOf("interest"),
                wanted.dongOf("saving"),
                wanted.dongOf("principal"),
                payer);
        var counts = counts(conflict);
        var sheet = new Sheet(
                approved.submission(),
                conflict.which().session(),
                conflict.device().group(),
                List.of(line),
                counts.isEmpty() ? Map.of() : Map.of(line.lineId(), remark(conflict)),
                counts.isEmpty() ? Map.of() : Map.of(line.lineId(), counts));
        var result = sheets.settle(sheet).of(line.lineId());
        if (result.outcome() != SheetAnswer.Outcome.POSTED) {
            var note = result.refusal();
            throw note == null ? new Refused(FieldRefusal.FIELD_LINE_TWICE) : new FieldConflicts.Noted(note).refused();
        }
    }

    /** What the head took before and the line was to count, as far as it is still open. */
    private List<UUID> counts(Conflict conflict) {
        var group = conflict.device().group();
        if (conflict.device().kind() != FieldEvent.Kind.SHEET || group == null) {
            return List.of();
        }
        var counted = lineOf(conflict.which()).counts();
        var whose = conflict.who().whose();
        return counted.isEmpty()
                ? List.of()
                : provisionals.ofGroup(group).stream()
                        .filter(open -> counted.contains(open.lineId())
                                && Objects.equals(whose.member(), open.memberId())
                                && Objects.equals(whose.loan(), open.loanId()))
                        .map(Provisionals.Open::lineId)
                        .toList();
    }

    private FieldEvent.Line lineOf(FieldConflicts.Which which) {
        return events.get(which.event()).content().lines().get(which.line() - 1);
    }

    /** A count that differs from what the head recorded has a reason: the teller's note, or that two persons settled it. */
    private Remark remark(Conflict conflict) {
        var note = lineOf(conflict.which()).note();
        return new Remark(note.isBlank() ? "hai người xử lý ở bàn" : note, null);
    }

    /** A line of its own, always the same for the same conflict. */
    private static UUID lineOf(Conflict conflict) {
        var name =
                "settles " + conflict.which().event() + " " + conflict.which().line();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String form(String subject) {
        var conflict = conflicts.get(subject);
        return "/sessions/" + conflict.which().session() + "/desk/" + subject;
    }
}
