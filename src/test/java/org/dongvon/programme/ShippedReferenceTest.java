package org.dongvon.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.document.Document;
import org.dongvon.document.Mark;
import org.dongvon.document.ShippedDocuments;
import org.dongvon.engine.allocation.CollectionOrder;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;

class ShippedReferenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private final ReferenceBook book = ShippedReference.read();
    private final List<String> documents =
            ShippedDocuments.read().documents().stream().map(Document::code).toList();

    @Test
    void namesASeriesForEveryProgrammeButTheLocalOnes() {
        var withSeries =
                book.rates().all().stream().map(Series::programme).distinct().toList();

        assertThat(book.programmes())
                .extracting(Programme::code)
                .filteredOn(code -> !withSeries.contains(code))
                .containsExactly("KHAC");
    }

    @Test
    void namesTheSeriesOfTheOutsideContract() {
        assertThat(book.rates().all())
                .extracting(Series::code)
                .hasSize(37)
                .contains(
                        "GQVL",
                        "GQVL-2026",
                        "GQVL-UUTIEN",
                        "GQVL-UUTIEN-2026",
                        "XKLD",
                        "XKLD-2026",
                        "XKLD-UUTIEN-2026");
    }

    @Test
    void everyRateStandsOnADocumentOrSaysWhyNot() {
        assertThat(history())
                .allMatch(rate -> !rate.basis().documents().isEmpty()
                        || !rate.basis().note().isEmpty());
    }

    @Test
    void everyGuessedRateOrDayIsExplainedInBothLanguages() {
        assertThat(history())
                .filteredOn(rate -> rate.basis().mark() == Mark.UNSURE || rate.dayMark() == Mark.UNSURE)
                .isNotEmpty()
                .allMatch(rate -> !rate.basis().note().vi().isEmpty()
                        && !rate.basis().note().en().isEmpty());
    }

    @Test
    void everyOverdueRateIsOneHundredAndThirtyPercent() {
        assertThat(history()).hasSize(62).allMatch(DatedRate::hasUsualOverdueRate);
    }

    @Test
    void aRateForNewContractsOnlyOpensItsSeries() {
        assertThat(book.rates().all())
                .allSatisfy(series -> assertThat(
                                book.rates().history(series.code()).stream().skip(1))
                        .allMatch(rate -> rate.appliesTo() == AppliesTo.NEW_AND_EXISTING));
    }

    @Test
    void everyDocumentThatIsNamedIsInTheRegister() {
        var named = Stream.of(
                        book.programmes().stream().map(Programme::basis),
                        history().stream().map(DatedRate::basis),
                        book.caps().stream().map(Cap::basis),
                        book.parameters().rows().stream().map(Parameter::basis))
                .flatMap(each -> each)
                .flatMap(basis -> basis.documents().stream());

        assertThat(named).isNotEmpty().allMatch(documents::contains);
    }

    @Test
    void shipsEveryParameterWithValuesThatTheRulesUnderstand() {
        var parameters = book.parameters();

        assertThat(ParameterCode.values())
                .allMatch(code -> parameters.find(code, TODAY).isPresent());
        assertThat(parameters.dueRule(TODAY)).isEqualTo(DueRule.ON_OR_BEFORE);
        assertThat(parameters.collectionOrder(ParameterCode.COLLECTION_ORDER_IN_TERM, TODAY))
                .isEqualTo(CollectionOrder.INTEREST_FIRST);
        assertThat(parameters.collectionOrder(ParameterCode.COLLECTION_ORDER_OVERDUE, TODAY))
                .isEqualTo(CollectionOrder.OVERDUE_PRINCIPAL_FIRST);
        assertThat(parameters.whole(ParameterCode.INSTALMENT_ROUNDING, TODAY)).isEqualTo(LoanSchedule.ROUNDING_STEP);
        assertThat(parameters.whole(ParameterCode.FIRST_USE_CHECK_DAYS, TODAY)).isEqualTo(30);
        assertThat(parameters.whole(ParameterCode.GROUP_MEMBERS_MIN, TODAY)).isEqualTo(5);
    }

    @Test
    void aParameterHasTheValueOfItsDay() {
        var parameters = book.parameters();

        assertThat(parameters.value(ParameterCode.UNPAID_INSTALMENT, LocalDate.of(2026, 2, 28)))
                .isEqualTo("CARRIED");
        assertThat(parameters.value(ParameterCode.UNPAID_INSTALMENT, LocalDate.of(2026, 3, 1)))
                .isEqualTo("OVERDUE");
        assertThat(parameters.whole(ParameterCode.GROUP_MEMBERS_MAX, LocalDate.of(2013, 3, 4)))
                .isEqualTo(50);
        assertThat(parameters.whole(ParameterCode.GROUP_MEMBERS_MAX, LocalDate.of(2013, 3, 5)))
                .isEqualTo(60);
    }

    @Test
    void aContractFollowsTheSeriesOfItsClassAndCohort() {
        var rates = book.rates();
        var newYear = LocalDate.of(2026, 1, 1);

        assertThat(rates.seriesFor("GQVL", BorrowerClass.STANDARD, newYear.minusDays(1))
                        .code())
                .isEqualTo("GQVL");
        assertThat(rates.seriesFor("GQVL", BorrowerClass.STANDARD, newYear).code())
                .isEqualTo("GQVL-2026");
        assertThat(rates.seriesFor("GQVL", BorrowerClass.PRIORITY, newYear.minusDays(1))
                        .code())
                .isEqualTo("GQVL-UUTIEN");
        assertThat(rates.seriesFor("GQVL", BorrowerClass.PRIORITY, newYear).code())
                .isEqualTo("GQVL-UUTIEN-2026");
        assertThat(rates.seriesFor("XKLD", BorrowerClass.PRIORITY, newYear.minusDays(1))
                        .code())
                .isEqualTo("XKLD");
        assertThat(rates.seriesFor("HONGHEO", BorrowerClass.STANDARD, newYear).code())
                .isEqualTo("HONGHEO");
    }

    @Test
    void refusesWhatItDoesNotKnowByName() {
        assertRefused(() -> book.programme("HONGNGHEO"), ProgrammeRefusal.UNKNOWN_PROGRAMME);
        assertRefused(() -> book.rates().series("KHAC"), ProgrammeRefusal.UNKNOWN_SERIES);
        assertRefused(
                () -> book.rates().seriesFrom("HONGHEO", LocalDate.of(2014, 12, 30)),
                ProgrammeRefusal.RATE_NOT_KNOWN_BEFORE);
        assertRefused(
                () -> book.rates().seriesFor("KHAC", BorrowerClass.ALL, TODAY),
                ProgrammeRefusal.NO_SERIES_FOR_CONTRACT);
        assertThat(book.rates()
                        .seriesFrom("HONGHEO", LocalDate.of(2014, 12, 31))
                        .firstDay())
                .isEqualTo(LocalDate.of(2014, 12, 31));
    }

    private List<DatedRate> history() {
        return book.rates().all().stream()
                .flatMap(series -> book.rates().history(series.code()).stream())
                .toList();
    }

    private static void assertRefused(Runnable question, ProgrammeRefusal rule) {
        assertThatThrownBy(question::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(rule));
    }
}
