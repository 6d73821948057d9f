package org.dongvon.loan.page;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.dongvon.document.Documents;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.MemberFacts;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.explanation.InterestExplanation;
import org.dongvon.loan.explanation.Moved;
import org.dongvon.loan.succession.Successions;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.RateBook;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts a loan's pages together from one snapshot of the books. */
@Service
class LoanPages {

    /** How far ahead a day may be asked for; rates of the far future are anyone's guess. */
    private static final int YEARS_AHEAD = 1;

    private final LoanFiles files;
    private final Programmes programmes;
    private final Documents documents;
    private final List<MemberFacts> facts;
    private final Successions successions;
    private final Transactions transactions;

    LoanPages(
            LoanFiles files,
            Programmes programmes,
            Documents documents,
            List<MemberFacts> facts,
            Successions successions,
            Transactions transactions) {
        this.files = files;
        this.programmes = programmes;
        this.documents = documents;
        this.facts = facts;
        this.successions = successions;
        this.transactions = transactions;
    }

    /**
     * The loan on a day, or on its office's open day.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#DAY_BEFORE_DISBURSEMENT},
     *     {@link LoanRefusal#DAY_TOO_FAR}
     */
    LoanView show(Actor actor, String code, @Nullable LocalDate on) {
        return transactions.read(actor, () -> view(files.get(code), on));
    }

    /**
     * How the interest figure of a posted line came about: the balance before it, on its value date.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#UNKNOWN_LINE}
     */
    LineView line(Actor actor, String code, UUID lineId) {
        return transactions.read(actor, () -> {
            var file = files.get(code);
            var movements = files.movements(file.id());
            var posted = movements.stream()
                    .filter(each -> each.moved().lineId().equals(lineId))
                    .findFirst()
                    .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LINE, lineId, code));
            var before = movements.stream()
                    .filter(each -> each.isBefore(posted))
                    .map(PostedPart::moved)
                    .toList();
            var line = LoanLine.newestFirst(movements).stream()
                    .filter(each -> each.id().equals(lineId))
                    .findFirst()
                    .orElseThrow();
            // With the rates that were known when the line was posted.
            var rates = programmes.current().rates().knownTo(line.voucher().journalId());
            var why = InterestExplanation.of(before, line.valueDate(), rates::series);
            return new LineView(file, line, Why.of(why, new Laws(rates, documents)));
        });
    }

    private LoanView view(LoanFile file, @Nullable LocalDate on) {
        var day = on == null ? openDay(file) : on;
        var movements = files.movements(file.id());
        var counting = movements.stream()
                .map(PostedPart::moved)
                .filter(each -> !each.valueDate().isAfter(day))
                .toList();
        var reference = programmes.current();
        var today = today(file, counting, day, reference.rates());
        var settled = today == null
                ? Dong.ZERO
                : file.amount().minus(today.principal().outstanding());
        var programme = reference.programme(file.money().programmeId());
        return new LoanView(
                file,
                programme.name(),
                day,
                today,
                ScheduleRow.of(files.instalments(file.id()), settled, day),
                LoanLine.newestFirst(movements),
                Measures.of(reference.terms(), programme.code(), openDay(file)),
                deposit(file),
                successions.of(file.id()));
    }

    private static LocalDate openDay(LoanFile file) {
        return file.place().openDay();
    }

    private LoanView.@Nullable Today today(LoanFile file, List<Moved> counting, LocalDate day, RateBook rates) {
        var disbursed = file.life().disbursedOn();
        if (disbursed == null) {
            return null;
        }
        if (day.isBefore(disbursed)) {
            throw new Refused(LoanRefusal.DAY_BEFORE_DISBURSEMENT, day, file.code(), disbursed);
        }
        if (day.isAfter(openDay(file).plusYears(YEARS_AHEAD))) {
            throw new Refused(LoanRefusal.DAY_TOO_FAR, day, openDay(file).plusYears(YEARS_AHEAD));
        }
        var laws = new Laws(rates, documents);
        var late = counting.stream()
                .map(each -> each.position().seriesId())
                .distinct()
                .flatMap(id -> rates.lateRates(id).stream())
                .toList();
        var why = InterestExplanation.of(counting, day, rates::series).recounted(counting, late);
        var series = rates.series(file.money().seriesId());
        return new LoanView.Today(
                principal(counting),
                new LoanView.Rates(
                        series.rate(Part.IN_TERM, day),
                        series.rate(Part.OVERDUE, day),
                        laws.on(file.money().seriesId(), day)),
                Why.of(why, laws),
                interest(file, counting, why, rates::series));
    }

    private static LoanView.Principal principal(List<Moved> counting) {
        return new LoanView.Principal(
                principal(counting, Part.IN_TERM), principal(counting, Part.OVERDUE), principal(counting, Part.FROZEN));
    }

    private static Dong principal(List<Moved> counting, Part part) {
        return Dong.sum(counting.stream()
                .filter(each -> each.position().part() == part)
                .map(each -> new Dong(each.delta().principal()))
                .toList());
    }

    private static LoanView.Interest interest(
            LoanFile file, List<Moved> counting, InterestExplanation why, IntFunction<RateSeries> series) {
        var from = file.life().interestDueFrom();
        if (from != null && why.on().isBefore(from)) {
            return new LoanView.Interest(Dong.ZERO, from, Dong.ZERO, null);
        }
        var past = file.lastInterestDayBefore(why.on());
        if (past == null || (from != null && past.isBefore(from))) {
            return new LoanView.Interest(why.total().max(Dong.ZERO), null, Dong.ZERO, null);
        }
        var arrears = InterestExplanation.arrears(counting, past, why.on(), series);
        return new LoanView.Interest(why.total().max(Dong.ZERO), null, arrears, past);
    }

    private @Nullable Dong deposit(LoanFile file) {
        var group = file.group();
        if (group == null) {
            return null;
        }
        return facts.stream()
                .filter(each -> each.kind() == MemberFacts.Kind.DEPOSIT)
                .flatMap(each -> each.of(List.of(group.memberId())).values().stream())
                .flatMap(List::stream)
                .map(MemberFacts.Fact::amount)
                .reduce(Dong.ZERO, Dong::plus);
    }

    /** A posted line with the derivation of what was owed before it. */
    record LineView(LoanFile file, LoanLine line, Why why) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return file.purpose();
        }

        @Override
        public List<Long> people() {
            return List.of(file.borrower().id());
        }

        /** What was still owed after it, in đồng × 365 × 10^8. */
        public BigInteger left() {
            return why.explanation()
                    .numerator()
                    .subtract(InterestLine.units(line.interest().amount()));
        }
    }
}
