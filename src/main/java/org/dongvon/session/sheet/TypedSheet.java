package org.dongvon.session.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it came back from the page: per row the line it stands for, its state, and two amounts. A row without a
 * state comes from a page without JavaScript, and is meant as it stands.
 */
record TypedSheet(List<TypedLine> lines) {

    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\\d{1,18}) (\\d{1,18}|-)");

    private static final String ONE = "line-";
    private static final Pattern TAKEN = Pattern.compile("[0-9a-f-]{36}(?: [0-9a-f-]{36}){0,60}");

    /** Reads the rows, of which those already posted are missing; fields that are not money are marked in the form. */
    static TypedSheet of(Form form) {
        var lines = new ArrayList<TypedLine>();
        for (int number = 1; number <= Sheet.MOST_LINES; number++) {
            if (!form.text("line-" + number).isEmpty()) {
                lines.add(line(form, number));
            }
        }
        return new TypedSheet(lines);
    }

    private static TypedLine line(Form form, int number) {
        var found = LINE.matcher(form.text("line-" + number));
        if (!found.matches()) {
            throw new Refused(SharedRefusal.PAGE_EXPIRED);
        }
        var state = State.of(form.text("state-" + number));
        return new TypedLine(
                number,
                UUID.fromString(found.group(1)),
                Long.parseLong(found.group(2)),
                found.group(3).equals("-") ? null : Long.valueOf(found.group(3)),
                amount(form, "interest-" + number, state),
                amount(form, "saving-" + number, state),
                state,
                form.read("note-" + number, note -> new Remark(note, null), Remark.NONE),
                counts(form.text("taken-" + number)));
    }

    /** The provisional lines that the page showed beside the row. */
    private static List<UUID> counts(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (!TAKEN.matcher(text).matches()) {
            throw new Refused(SharedRefusal.PAGE_EXPIRED);
        }
        return Stream.of(text.split(" ")).map(UUID::fromString).toList();
    }

    /** What was typed into a cell; a line still waiting is not read, an empty cell is nothing. */
    private static Dong amount(Form form, String field, State state) {
        if (state == State.PENDING || form.text(field).isBlank()) {
            return Dong.ZERO;
        }
        return form.read(field, MoneyInput::parse, Dong.ZERO);
    }

    /** The lines that were handled: these are checked or posted. */
    List<SheetLine> handled() {
        return lines.stream()
                .filter(TypedLine::isHandled)
                .map(line -> new SheetLine(
                        line.lineId(),
                        line.memberId(),
                        line.loanId(),
                        line.interest(),
                        line.saving(),
                        Dong.ZERO,
                        Payer.GROUP_HEAD))
                .toList();
    }

    /** Nothing but one row, to send that alone again; the whole sheet when the button names none. */
    TypedSheet only(String button) {
        return button.startsWith(ONE)
                ? new TypedSheet(lines.stream()
                        .filter(line -> button.equals(ONE + line.number()))
                        .toList())
                : this;
    }

    /** What was said about the lines that were handled. */
    Map<UUID, Remark> remarks() {
        return lines.stream()
                .filter(line -> line.isHandled() && !line.remark().isEmpty())
                .collect(Collectors.toMap(TypedLine::lineId, TypedLine::remark));
    }

    /** The provisional lines that the handled lines count; an absent member's stay open. */
    Map<UUID, List<UUID>> counts() {
        return lines.stream()
                .filter(line -> line.isHandled()
                        && line.state() != State.ABSENT
                        && !line.counts().isEmpty())
                .collect(Collectors.toMap(TypedLine::lineId, TypedLine::counts));
    }

    List<Long> loans() {
        return lines.stream().map(TypedLine::loanId).filter(Objects::nonNull).toList();
    }

    Optional<TypedLine> of(SheetReader.Row row) {
        var loan = row.loan();
        return lines.stream()
                .filter(line -> line.memberId() == row.member().id()
                        && Objects.equals(line.loanId(), loan == null ? null : loan.id()))
                .findFirst();
    }

    /** One row. */
    record TypedLine(
            int number,
            UUID lineId,
            long memberId,
            @Nullable Long loanId,
            Dong interest,
            Dong saving,
            State state,
            Remark remark,
            List<UUID> counts) {

        boolean isHandled() {
            return state != State.PENDING;
        }
    }

    /** How far the teller is with a row. */
    enum State {
        PENDING,
        ACCEPTED,
        CHANGED,
        ABSENT,
        REFUSED,
        POSTED;

        static State of(String text) {
            for (var state : List.of(PENDING, ABSENT, CHANGED)) {
                if (state.code().equals(text)) {
                    return state;
                }
            }
            return ACCEPTED;
        }

        /** As the page and its style sheet name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
