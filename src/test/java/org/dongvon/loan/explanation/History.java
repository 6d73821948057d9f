package org.dongvon.loan.explanation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.engine.money.Dong;

/** A loan's posted movements, and the running balance that the books would keep beside them. */
final class History {

    final List<Moved> movements = new ArrayList<>();
    private final Map<Moved.Position, InterestLine> balance = new HashMap<>();
    private final RateSeries series;
    private int lines;

    History(RateSeries series) {
        this.series = series;
    }

    History paysOut(String day, long amount) {
        return moves(day, Part.IN_TERM, amount, 0);
    }

    History takes(String day, long interest, long principal) {
        return moves(day, Part.IN_TERM, -principal, interest);
    }

    /** One movement under a line of its own. */
    History moves(String day, Part part, long principal, long interest) {
        add(new UUID(0, ++lines), LocalDate.parse(day), part, principal, interest);
        return this;
    }

    History becomesOverdue(String day, long principal) {
        var line = new UUID(0, ++lines);
        add(line, LocalDate.parse(day), Part.IN_TERM, -principal, 0);
        add(line, LocalDate.parse(day), Part.OVERDUE, principal, 0);
        return this;
    }

    History corrects(String day, long numerator) {
        var delta = new InterestLine(0, BigInteger.valueOf(numerator));
        return post(new Moved(new UUID(0, ++lines), LocalDate.parse(day), position(Part.IN_TERM), delta, Dong.ZERO));
    }

    private void add(UUID line, LocalDate day, Part part, long principal, long interest) {
        var delta = InterestLine.ZERO
                .movePrincipal(principal, series.index(part, day))
                .takeInterest(interest);
        post(new Moved(line, day, position(part), delta, new Dong(interest)));
    }

    private History post(Moved moved) {
        movements.add(moved);
        balance.merge(moved.position(), moved.delta(), InterestLine::plus);
        return this;
    }

    private static Moved.Position position(Part part) {
        return new Moved.Position(1, part);
    }

    /** What the balances of the parts say is owed. */
    BigInteger owed(LocalDate day) {
        return balance.entrySet().stream()
                .map(part -> Objects.requireNonNull(part.getValue())
                        .numeratorAt(series.index(part.getKey().part(), day)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    InterestExplanation on(String day) {
        return on(LocalDate.parse(day));
    }

    InterestExplanation on(LocalDate day) {
        return InterestExplanation.of(movements, day, number -> series);
    }

    Dong arrears(String past, String on) {
        return InterestExplanation.arrears(movements, LocalDate.parse(past), LocalDate.parse(on), number -> series);
    }
}
