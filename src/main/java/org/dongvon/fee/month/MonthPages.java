package org.dongvon.fee.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.month.MonthFiles.AssociationLine;
import org.dongvon.fee.month.MonthFiles.GroupLine;
import org.dongvon.fee.month.MonthFiles.Line;
import org.dongvon.fee.month.MonthFiles.Named;
import org.dongvon.fee.month.MonthFiles.ProgrammeLine;
import org.dongvon.fee.month.Months.Month;
import org.dongvon.fee.month.Months.Office;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of fees and commissions together, each on one snapshot. */
@Service
class MonthPages {

    private final Months months;
    private final MonthFiles files;
    private final BusinessDays days;
    private final Transactions transactions;

    MonthPages(Months months, MonthFiles files, BusinessDays days, Transactions transactions) {
        this.months = months;
        this.files = files;
        this.days = days;
        this.transactions = transactions;
    }

    /** An office's month: the reader's own office, or the first; the month asked for, or the newest. */
    Shown show(Actor actor, String office, String month) {
        return transactions.read(actor, () -> {
            var offices = months.offices();
            var chosen = office.isEmpty() ? own(actor, offices) : Optional.of(months.office(office));
            if (chosen.isEmpty()) {
                return new Shown(offices, null, List.of(), null, null, null);
            }
            var counting = months.counting(chosen.get());
            var asked = parse(month);
            var at = asked.isEmpty()
                    ? counting.stream().findFirst()
                    : counting.stream()
                            .filter(each -> each.first().equals(asked.get().atDay(1)))
                            .findFirst();
            return new Shown(
                    offices,
                    chosen.get(),
                    counting,
                    at.map(Month::first)
                            .or(() -> asked.map(each -> each.atDay(1)))
                            .orElse(null),
                    at.map(this::content).orElse(null),
                    next(chosen.get(), counting));
        });
    }

    private static Optional<Office> own(Actor actor, List<Office> offices) {
        return offices.stream()
                .filter(each -> each.id() == actor.officeId())
                .findFirst()
                .or(() -> offices.stream().findFirst());
    }

    private Content content(Month month) {
        return new Content(month, files.associations(month.id()), files.groups(month), files.programmes(month.id()));
    }

    /** The first month that is over and not approved yet; none when there is no such. */
    private @Nullable LocalDate next(Office office, List<Month> counting) {
        var open = YearMonth.from(days.today(office.id())).atDay(1);
        var next = counting.stream()
                .filter(Month::isApproved)
                .findFirst()
                .map(each -> each.first().plusMonths(1))
                .orElse(
                        counting.isEmpty()
                                ? open.minusMonths(1)
                                : counting.getLast().first());
        return next.isBefore(open) ? next : null;
    }

    /**
     * The lines of a group or an association.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_MONTH}
     */
    Explained explain(Actor actor, FeeMonth of, Named named) {
        return transactions.read(actor, () -> {
            var office = months.office(of.office());
            var month = months.get(office, of);
            return new Explained(office, month, files.lines(month.id(), named));
        });
    }

    /** A computed month with all its lines, for a file. */
    Whole whole(Actor actor, FeeMonth of) {
        return transactions.read(actor, () -> {
            var office = months.office(of.office());
            var month = months.get(office, of);
            return new Whole(office, content(month), files.lines(month.id(), Named.ALL));
        });
    }

    private static Optional<YearMonth> parse(String month) {
        try {
            return month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The page of an office and a month. */
    record Shown(
            List<Office> offices,
            @Nullable Office office,
            List<Month> months,
            @Nullable LocalDate month,
            @Nullable Content content,
            @Nullable LocalDate next) {}

    /** What a month is made of. */
    record Content(
            Month month, List<AssociationLine> associations, List<GroupLine> groups, List<ProgrammeLine> programmes) {

        /** Each association over all points. */
        public List<Sum> sums() {
            var sums = new LinkedHashMap<String, Sum>();
            for (var each : associations) {
                sums.merge(
                        each.association(),
                        new Sum(
                                each.association(),
                                each.name(),
                                each.due().all(),
                                each.due().paid()),
                        Sum::plus);
            }
            return new ArrayList<>(sums.values());
        }
    }

    /** What an association is due over all points. */
    record Sum(String association, Label name, Dong due, Dong paid) {

        Sum plus(Sum other) {
            return new Sum(association, name, due.plus(other.due), paid.plus(other.paid));
        }

        public Dong open() {
            return due.minus(paid);
        }
    }

    /** Lines of a month. */
    record Explained(Office office, Month month, List<Line> lines) {

        public Dong total() {
            return Dong.sum(lines.stream().map(each -> each.result().amount()).toList());
        }
    }

    /** All of a month. */
    record Whole(Office office, Content content, List<Line> lines) {}
}
