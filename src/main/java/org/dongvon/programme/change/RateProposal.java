package org.dongvon.programme.change;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.DatedRate;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.RateCorrections;
import org.dongvon.programme.Series;
import org.dongvon.programme.SeriesReach;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.CountryRule;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A new rate of a series from a day on, for new and existing loans, with its decision. The subject is the series' code.
 *
 * <p>From the latest open day of all offices on, one row is written and no loan: no interest has been counted with the
 * rate of that day yet. From an earlier day the rate is retroactive: the row counts from its day, the loans that moved
 * since are corrected by one statement ({@link RateCorrections}), and what was closed keeps the rate of its time.
 */
@Component
public class RateProposal implements CountryRule {

    public static final String NAME = "programme.rate";

    /** Days of the month that the preview reckons with. */
    private static final int MONTH = 30;

    private static final BigInteger UNITS = BigInteger.valueOf(365).multiply(BigInteger.TEN.pow(8));

    // The running sums up to the new row follow from the row before it: the row is the series' last.
    private static final String ADD = """
            insert into programme.rate_change (series_id, valid_from, in_term, overdue, index_at_from, overdue_index_at_from,
                                               applies_to, document_id, mark, day_mark, note_vi, entered_on, after_journal)
            select s.id, :from, :in_term, :overdue, programme.in_term_index(s.id, :from), programme.overdue_index(s.id, :from),
                   'NEW_AND_EXISTING', d.id, 'FOUND', 'FOUND', :note, cast(:entered_on as date), cast(:after_journal as bigint)
              from programme.rate_series s
              join document.document d on d.code = :document
             where s.code = :series
            """;

    private final JdbcClient db;
    private final Programmes programmes;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final Touched touched;
    private final RateRelations relations;

    RateProposal(
            JdbcClient db,
            Programmes programmes,
            BusinessDays days,
            PointsAndDays points,
            Touched touched,
            RateRelations relations) {
        this.db = db;
        this.programmes = programmes;
        this.days = days;
        this.points = points;
        this.touched = touched;
        this.relations = relations;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var programme = programmes.current().programme(series(subject).programme());
        return new Label(
                programme.name().vi() + " (" + subject + ")", programme.name().en() + " (" + subject + ")");
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return points.country(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var last = last(subject).change();
        return Facts.none()
                .date("from", last.from())
                .rate("in-term", last.inTerm())
                .rate("overdue", last.overdue())
                .word("reach", isPast(wanted.dateOf("from")) ? "rate.retroactive" : "rate.prospective");
    }

    /** Whether the day lies before the latest open day: then a request that did not say so is stale. */
    private boolean isPast(LocalDate from) {
        return from.isBefore(firstDay());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var from = wanted.dateOf("from");
        boolean retroactive = current.textOf("reach").equals("rate.retroactive");
        var first = retroactive ? days.lockAll() : days.holdAll();
        if (from.isBefore(first) != retroactive) {
            throw new Refused(ProgrammeRefusal.RATE_DAY_CLOSED_MEANWHILE, subject, from, first);
        }
        var last = last(subject).change().from();
        if (!from.isAfter(last)) {
            throw new Refused(ProgrammeRefusal.RATE_NOT_LAST, subject, from, last);
        }
        if (wanted.rateOf("overdue").compareTo(wanted.rateOf("in-term")) < 0) {
            throw new Refused(
                    ProgrammeRefusal.OVERDUE_BELOW_IN_TERM, wanted.rateOf("overdue"), wanted.rateOf("in-term"));
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var id = series(subject).id();
        var touched = this.touched.reach().of(id);
        var now = last(subject).change();
        var before = month(touched, now.inTerm(), now.overdue());
        var after = month(touched, wanted.rateOf("in-term"), wanted.rateOf("overdue"));
        var figures = Facts.none()
                .count("loans", touched.loans())
                .count("households", touched.households())
                .dong("principal", touched.inTerm().plus(touched.overdue()))
                .dong("month-before", before)
                .dong("month-after", after)
                .dong("month-difference", after.minus(before));
        if (!isPast(wanted.dateOf("from"))) {
            return figures;
        }
        var effect = this.touched.corrections().effect(retroactive(subject, wanted));
        return figures.count("corrected", effect.corrected())
                .count("closed", effect.closed())
                .dong("past-difference", effect.difference());
    }

    @Override
    public List<String> cautions(Language language, String subject, Facts wanted) {
        var from = wanted.dateOf("from");
        var rates = new RateRelations.Rates(from, wanted.rateOf("in-term"), wanted.rateOf("overdue"));
        var broken = relations.broken(language, subject, rates);
        return isPast(from)
                ? Stream.concat(Stream.of(relations.retroactive(language, from, firstDay())), broken.stream())
                        .toList()
                : broken;
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var wanted = approved.wanted();
        boolean late = isPast(wanted.dateOf("from"));
        var change = retroactive(approved.subject(), wanted);
        if (late) {
            touched.corrections().correct(checker, change, approved.submission());
        }
        db.sql(ADD)
                .param("entered_on", late ? firstDay() : null)
                .param("after_journal", late ? touched.corrections().mark() : null)
                .param("series", approved.subject())
                .param("from", wanted.dateOf("from"))
                .param("in_term", wanted.rateOf("in-term").units())
                .param("overdue", wanted.rateOf("overdue").units())
                .param("document", approved.basis().document())
                .param("note", approved.basis().reason())
                .update();
    }

    private RateCorrections.Retroactive retroactive(String subject, Facts wanted) {
        var now = last(subject).change();
        return new RateCorrections.Retroactive(
                series(subject).id(),
                wanted.dateOf("from"),
                wanted.rateOf("in-term").units() - now.inTerm().units(),
                wanted.rateOf("overdue").units() - now.overdue().units());
    }

    @Override
    public String form(String subject) {
        return "/rates/" + subject + "/change";
    }

    /** The interest of 30 days on what the series' loans owe, rounded once. */
    private static Dong month(SeriesReach.Reach touched, AnnualRate inTerm, AnnualRate overdue) {
        var units = part(touched.inTerm(), inTerm).add(part(touched.overdue(), overdue));
        var twice = units.multiply(BigInteger.TWO).add(UNITS);
        return new Dong(twice.divide(UNITS.multiply(BigInteger.TWO)).longValueExact());
    }

    private static BigInteger part(Dong principal, AnnualRate rate) {
        return BigInteger.valueOf(principal.amount())
                .multiply(BigInteger.valueOf(rate.units()))
                .multiply(BigInteger.valueOf(MONTH));
    }

    /** The first day from which a rate can be changed. */
    LocalDate firstDay() {
        return points.openDay(PointsAndDays.COUNTRY);
    }

    /**
     * What the newest rule makes of a rate in term: 130 % of it.
     *
     * @throws ArithmeticException when that is not a whole number of units
     */
    AnnualRate usualOverdue(AnnualRate inTerm) {
        var multiplier = programmes.current().parameters().value(ParameterCode.OVERDUE_MULTIPLIER, LocalDate.MAX);
        return inTerm.times(new BigDecimal(multiplier).movePointRight(3).intValueExact());
    }

    DatedRate last(String series) {
        return programmes.current().rates().history(series).getLast();
    }

    /** What loans say to a change of a rate. */
    @Component
    record Touched(SeriesReach reach, RateCorrections corrections) {}

    private Series series(String code) {
        return programmes.current().rates().all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(ProgrammeRefusal.UNKNOWN_SERIES, code));
    }
}
