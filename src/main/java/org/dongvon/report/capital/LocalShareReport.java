package org.dongvon.report.capital;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.position.Positions;
import org.dongvon.report.Ratios;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * The local share: against the country, against a target by a year with what each year must add, and what some more money
 * would do.
 */
@Component
public class LocalShareReport implements Report {

    private static final int MONTHS = 12;

    private final CapitalReport capital;
    private final LendingAverages averages;
    private final Units units;
    private final Positions positions;
    private final Transactions transactions;

    LocalShareReport(
            CapitalReport capital,
            LendingAverages averages,
            Units units,
            Positions positions,
            Transactions transactions) {
        this.capital = capital;
        this.averages = averages;
        this.units = units;
        this.positions = positions;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "local-share";
    }

    /** @throws Refused {@link ReportRefusal#NO_CAPITAL_FIGURE} */
    @Override
    public LocalShareStatement run(Actor actor, ReportRequest request) {
        return run(actor, request, ShareQuestion.usual(request.asOf()));
    }

    /**
     * The report for a target, and for more money where it is asked for.
     *
     * @throws Refused {@link ReportRefusal#NO_CAPITAL_FIGURE}, {@link ReportRefusal#SHARE_BEYOND_REACH}
     */
    public LocalShareStatement run(Actor actor, ReportRequest request, ShareQuestion question) {
        return evidence(actor, request, question).statement();
    }

    /** The statement with where its figures come from. */
    Evidence evidence(Actor actor, ReportRequest request, ShareQuestion question) {
        return transactions.read(actor, () -> {
            var known = capital.evidence(actor, request);
            var asked = question.target();
            var years = asked.years(request.asOf());
            var path = SharePath.of(known.capital(), asked, years);
            var target = new LocalShareStatement.Target(
                    asked.percent(),
                    asked.year(),
                    asked.growthPercent(),
                    path.constantTotal(),
                    path.growingTotal(),
                    path.yearly());
            var whatIf = question.added()
                    .map(added -> whatIf(actor, request, known.capital(), added))
                    .orElse(null);
            var now = known.statement();
            var statement = new LocalShareStatement(
                    now.unit(),
                    now.asOf(),
                    now.local(),
                    now.total(),
                    now.sharePercent(),
                    now.nationalSharePercent(),
                    now.gapConstantTotal(),
                    now.gapGrowingTotal(),
                    target,
                    whatIf,
                    now.published());
            return new Evidence(statement, known, years.size());
        });
    }

    private WhatIf whatIf(
            Actor actor, ReportRequest request, CapitalFigures.Capital capital, ShareQuestion.Added added) {
        long amount = added.amount().amount();
        var share = Ratios.percent(Math.addExact(capital.local(), amount), Math.addExact(capital.total(), amount));
        var lately = lent(actor, request.unit(), added.from().minusDays(1))
                .or(() -> averages.printed(request.unit(), request.asOf(), capital.local()));
        return new WhatIf(
                amount,
                added.from(),
                share,
                lately.map(each -> new WhatIf.Averages(each.basis(), each.from(), each.through(), each.all()))
                        .orElse(null),
                lately.map(each -> each.make(amount)).orElse(null),
                lately.map(each -> each.makeByProgramme(amount)).orElse(List.of()));
    }

    /** The loans of the twelve months up to a day, or up to the last one that the unit's books have closed. */
    private Optional<LendingAverages.Lately> lent(Actor actor, Unit unit, LocalDate wanted) {
        if (actor.scope().isNarrowed() || !units.inScope(wanted).contains(unit)) {
            return Optional.empty();
        }
        return positions
                .closedThrough(actor, unit, wanted)
                .map(closed -> closed.isBefore(wanted) ? closed : wanted)
                .filter(through -> positions.reach(actor, unit, through))
                .flatMap(through ->
                        averages.lent(unit, through.minusMonths(MONTHS).plusDays(1), through));
    }

    /**
     * A statement and the figures behind it.
     *
     * @param years how many there are to the target
     */
    record Evidence(LocalShareStatement statement, CapitalReport.Evidence capital, int years) {}
}
