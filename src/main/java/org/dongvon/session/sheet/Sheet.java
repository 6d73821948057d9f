package org.dongvon.session.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A group's sheet as handed in, or one payment at the counter.
 *
 * @param key idempotency key of this submission
 * @param groupId the group whose sheet it is; none for direct loans at the office's counter
 * @param remarks what was said about lines, by line; lines that nothing was said about are missing
 * @param counts which provisional lines of the group's head a line counts; lines that count none are missing
 */
public record Sheet(
        UUID key,
        long sessionId,
        @Nullable Long groupId,
        List<SheetLine> lines,
        Map<UUID, Remark> remarks,
        Map<UUID, List<UUID>> counts) {

    /** 60 members with a few loans each. */
    public static final int MOST_LINES = 400;

    /** More than any policy loan; keeps every sum far inside a long. */
    public static final Dong MOST_MONEY = new Dong(999_999_999_999L);

    /**
     * The sheet as handed in.
     *
     * @throws Refused {@link SessionRefusal#SHEET_EMPTY}, {@link SessionRefusal#SHEET_TOO_LONG}, {@link
     *     SessionRefusal#LINE_TWICE}, {@link SessionRefusal#AMOUNT_OUT_OF_RANGE}
     */
    public Sheet {
        lines = List.copyOf(lines);
        remarks = Map.copyOf(remarks);
        counts = Map.copyOf(counts);
        if (lines.isEmpty()) {
            throw new Refused(SessionRefusal.SHEET_EMPTY);
        }
        if (lines.size() > MOST_LINES) {
            throw new Refused(SessionRefusal.SHEET_TOO_LONG, lines.size(), MOST_LINES);
        }
        var seen = new HashSet<UUID>();
        for (var line : lines) {
            if (!seen.add(line.lineId())) {
                throw new Refused(SessionRefusal.LINE_TWICE, line.lineId());
            }
            requireMoney(line.interest());
            requireMoney(line.saving());
            requireMoney(line.principal());
        }
    }

    /** A sheet on which nothing was said beside its lines. */
    public Sheet(UUID key, long sessionId, @Nullable Long groupId, List<SheetLine> lines) {
        this(key, sessionId, groupId, lines, Map.of());
    }

    /** A sheet that counts nothing that the group's head took before. */
    public Sheet(UUID key, long sessionId, @Nullable Long groupId, List<SheetLine> lines, Map<UUID, Remark> remarks) {
        this(key, sessionId, groupId, lines, remarks, Map.of());
    }

    /** What was said about a line. */
    Remark remark(UUID line) {
        return remarks.getOrDefault(line, Remark.NONE);
    }

    private static void requireMoney(Dong amount) {
        if (amount.isNegative() || amount.compareTo(MOST_MONEY) > 0) {
            throw new Refused(SessionRefusal.AMOUNT_OUT_OF_RANGE, amount, MOST_MONEY);
        }
    }

    /** What was asked, in a form that is the same for the same request. */
    String content() {
        return lines.stream()
                .map(line -> line.lineId() + " " + line.memberId() + " " + line.loanId() + " "
                        + line.interest().amount() + " " + line.saving().amount() + " "
                        + line.principal().amount() + " " + line.payer() + said(line))
                .collect(Collectors.joining("\n", sessionId + " " + groupId + "\n", ""));
    }

    /** Nothing where nothing was said or counted, so that a sheet without reads as it always did. */
    private String said(SheetLine line) {
        var remark = remark(line.lineId());
        var counted = counts.getOrDefault(line.lineId(), List.of());
        return (remark.isEmpty() ? "" : "\t" + remark.content()) + (counted.isEmpty() ? "" : "\t\t" + counted);
    }
}
