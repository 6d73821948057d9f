package org.dongvon.loan.page;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanMovement.Kind;
import org.dongvon.loan.explanation.Moved;
import org.dongvon.shared.text.Formats;
import org.jspecify.annotations.Nullable;

/**
 * A posted line as the list of movements shows it.
 *
 * @param principal paid out, repaid, moved: positive; negative when taken back
 * @param rounding what a ROUNDING or RATE_CORRECTION added to the constant, in đồng × 365 × 10^8; zero for all others
 */
record LoanLine(
        PostedPart.Voucher voucher,
        UUID id,
        LocalDate valueDate,
        Kind kind,
        Dong principal,
        Dong interest,
        BigInteger rounding,
        boolean undone) {

    /** The money that changed hands, or the principal that changed its state. */
    public Dong amount() {
        return principal.plus(interest);
    }

    /** Whether the interest figure of this line can be derived. */
    public boolean isExplained() {
        return kind == Kind.REPAYMENT && interest.isPositive();
    }

    public String exactRounding(Formats f) {
        return Arithmetic.exact(rounding, f);
    }

    /** The lines of these movements, the newest first. */
    static List<LoanLine> newestFirst(List<PostedPart> movements) {
        Map<Key, List<PostedPart>> byLine = new LinkedHashMap<>();
        movements.forEach(each ->
                byLine.computeIfAbsent(Key.of(each), key -> new ArrayList<>()).add(each));
        Map<UUID, Kind> kinds = new HashMap<>();
        movements.forEach(each -> kinds.putIfAbsent(each.moved().lineId(), each.kind()));
        return byLine.values().stream()
                .map(parts -> line(parts, kinds))
                .toList()
                .reversed();
    }

    private static LoanLine line(List<PostedPart> parts, Map<UUID, Kind> kinds) {
        var first = parts.getFirst();
        var moved = parts.stream().map(PostedPart::moved).toList();
        var constant = moved.stream().map(each -> each.delta().constant()).reduce(BigInteger.ZERO, BigInteger::add);
        return new LoanLine(
                first.voucher(),
                first.moved().lineId(),
                first.moved().valueDate(),
                first.kind(),
                principal(first.kind(), undoes(first, kinds), moved),
                Dong.sum(moved.stream().map(Moved::interest).toList()),
                first.kind() == Kind.ROUNDING || first.kind() == Kind.RATE_CORRECTION ? constant : BigInteger.ZERO,
                first.undone());
    }

    private static @Nullable Kind undoes(PostedPart part, Map<UUID, Kind> kinds) {
        return part.reverses() == null ? null : kinds.get(part.reverses());
    }

    private static Dong principal(Kind kind, @Nullable Kind undone, List<Moved> moved) {
        var sum = Dong.sum(
                moved.stream().map(each -> new Dong(each.delta().principal())).toList());
        return switch (kind) {
            case DISBURSEMENT -> sum;
            case REPAYMENT, RECOVERY, RATE_CORRECTION, ROUNDING, CREDIT -> sum.negate();
            case REVERSAL -> undone == Kind.DISBURSEMENT ? sum : sum.negate();
            case TO_OVERDUE, FROM_OVERDUE, TO_FROZEN, FROM_FROZEN, WRITE_OFF, NEW_SERIES, FROM_SOURCE, TO_SOURCE ->
                Dong.sum(moved.stream()
                        .map(each -> new Dong(each.delta().principal()).max(Dong.ZERO))
                        .toList());
        };
    }

    private record Key(long journalId, UUID line, Kind kind) {

        static Key of(PostedPart part) {
            return new Key(part.voucher().journalId(), part.moved().lineId(), part.kind());
        }
    }
}
