package org.dongvon.savings.term;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.savings.term.TermDeposits.MoveKind;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.jspecify.annotations.Nullable;

/**
 * A term deposit with all that happened to it.
 *
 * @param owed the interest that it would be paid out with today
 */
public record TermFile(TermDeposit deposit, List<Period> periods, List<Moved> moves, LocalDate today, Dong owed)
        implements ShowsPeople {

    @Override
    public Purpose purpose() {
        return Purpose.SESSION;
    }

    @Override
    public List<Long> people() {
        return List.of(deposit.saver().personId());
    }

    /** A movement, and what its interest was rounded from. */
    public record Moved(
            LocalDate on,
            MoveKind kind,
            Dong amount,
            @Nullable BigInteger numerator,
            VoucherNumber voucher) {}
}
