package org.dongvon.report.directive40;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.position.Dimension;
import org.dongvon.position.Position;
import org.dongvon.position.Positions;
import org.dongvon.report.Citation;
import org.dongvon.report.Indicator;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigures;
import org.dongvon.report.Ratios;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.directive40.Directive40Statement.AssociationLine;
import org.dongvon.report.directive40.Directive40Statement.Growth;
import org.dongvon.report.directive40.Directive40Statement.LocalCapital;
import org.dongvon.report.directive40.Directive40Statement.People;
import org.dongvon.report.directive40.Directive40Statement.ProgrammeLine;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Báo cáo Chỉ thị 40: outstanding now and in the base year, by programme and association, and what local capital made.
 * The base is read from the books, or where they do not reach, from a published figure.
 */
@Component
class Directive40Report implements Report {

    /** The base year's end of all reports on Directive 40. */
    static final LocalDate BASE = LocalDate.of(2014, 12, 31);

    private final Positions positions;
    private final Directive40Figures figures;
    private final PublishedFigures published;
    private final Transactions transactions;

    Directive40Report(
            Positions positions, Directive40Figures figures, PublishedFigures published, Transactions transactions) {
        this.positions = positions;
        this.figures = figures;
        this.published = published;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "directive40";
    }

    /**
     * The figures at the end of a day.
     *
     * @throws Refused {@link ReportRefusal#BASE_NOT_EARLIER}, {@link ReportRefusal#NO_BASE_FIGURE} for a base that was
     *     asked for and is not known, and what {@link Positions#at} refuses
     */
    @Override
    public Directive40Statement run(Actor actor, ReportRequest request) {
        return evidence(actor, request).statement();
    }

    /** The statement with the position and the base that it comes from. */
    Evidence evidence(Actor actor, ReportRequest request) {
        return transactions.read(actor, () -> {
            var day = request.base().orElse(BASE);
            if (!day.isBefore(request.asOf())) {
                throw new Refused(ReportRefusal.BASE_NOT_EARLIER, day, request.asOf());
            }
            var position = positions.at(actor, request.unit(), request.asOf());
            var base = base(actor, request, day);
            return new Evidence(statement(request, position, day, base), position, base);
        });
    }

    private Base base(Actor actor, ReportRequest request, LocalDate day) {
        var unit = request.unit();
        if (positions.reach(actor, unit, day)) {
            return new Base(positions.at(actor, unit, day).outstanding().amount(), null);
        }
        Optional<PublishedFigure> figure = published.find(unit.code(), day, Indicator.OUTSTANDING);
        if (figure.isEmpty() && request.base().isPresent()) {
            throw new Refused(ReportRefusal.NO_BASE_FIGURE, unit.name(), day);
        }
        return new Base(figure.map(PublishedFigure::number).orElse(null), figure.orElse(null));
    }

    private Directive40Statement statement(ReportRequest request, Position position, LocalDate day, Base base) {
        long outstanding = position.outstanding().amount();
        return new Directive40Statement(
                request.unit().code(),
                request.asOf(),
                day,
                Growth.of(outstanding, base.amount(), base.document()),
                new People(position.everyone().households(), position.everyone().borrowers()),
                programmes(position),
                associations(request, position),
                localCapital(position),
                base.published());
    }

    private List<ProgrammeLine> programmes(Position position) {
        var outstanding = position.byProgramme();
        var lines = new ArrayList<ProgrammeLine>();
        for (var programme : figures.programmes()) {
            var amount = outstanding.getOrDefault(programme.id(), Dong.ZERO);
            if (amount.isPositive()) {
                var heads = position.heads(Dimension.PROGRAMME, programme.id());
                lines.add(new ProgrammeLine(programme.code(), amount.amount(), heads.borrowers(), heads.loans()));
            }
        }
        return lines;
    }

    private List<AssociationLine> associations(ReportRequest request, Position position) {
        var outstanding = position.byAssociation();
        var groups = figures.groups(request.unit(), request.asOf());
        var lines = new ArrayList<AssociationLine>();
        for (var code : figures.associations().keySet()) {
            long amount = outstanding.getOrDefault(code, Dong.ZERO).amount();
            lines.add(new AssociationLine(
                    code,
                    groups.getOrDefault(code, 0L),
                    position.heads(Dimension.ASSOCIATION, code).borrowers(),
                    amount,
                    Ratios.percent(amount, position.outstanding().amount())));
        }
        return lines;
    }

    private LocalCapital localCapital(Position position) {
        var outstanding = position.byContract();
        long amount = 0;
        long loans = 0;
        long jobs = 0;
        for (var contract : figures.localContracts()) {
            var heads = position.heads(Dimension.CONTRACT, contract);
            amount += outstanding.getOrDefault(contract, Dong.ZERO).amount();
            loans += heads.loans();
            jobs += heads.jobs();
        }
        return new LocalCapital(
                amount,
                loans,
                jobs,
                Ratios.percent(amount, position.outstanding().amount()));
    }

    /** What is known of the base day. */
    record Base(@Nullable Long amount, @Nullable PublishedFigure figure) {

        @Nullable
        String document() {
            return figure == null ? null : figure.printed().document();
        }

        List<Citation> published() {
            return figure == null ? List.of() : List.of(Citation.of("outstandingBase", figure));
        }
    }

    /** A statement, and where its figures come from. */
    record Evidence(Directive40Statement statement, Position position, Base base) {}
}
