package org.dongvon.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final LocalDate SATURDAY = LocalDate.of(2024, 5, 18);

    private final Formats vi = Formats.in(Language.VI);
    private final Formats en = Formats.in(Language.EN);
    private final Locale before = Locale.getDefault();

    /** Arabic digits and the Buddhist calendar: whatever leans on the JDK's default shows at once. */
    @BeforeEach
    void aStrangeComputer() {
        Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void groupsByThreesInTheReadersWay() {
        assertThat(vi.number(1_234_567)).isEqualTo("1.234.567");
        assertThat(en.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(vi.number(0)).isEqualTo("0");
        assertThat(vi.number(999)).isEqualTo("999");
        assertThat(vi.number(1000)).isEqualTo("1.000");
        assertThat(vi.number(-20_751)).isEqualTo("−20.751");
        assertThat(vi.number(Long.MIN_VALUE)).isEqualTo("−9.223.372.036.854.775.808");
    }

    @Test
    void writesMoney() {
        var amount = new Dong(98_249_999);

        assertThat(vi.dong(amount)).isEqualTo("98.249.999");
        assertThat(vi.dongWithUnit(amount)).isEqualTo("98.249.999 đồng");
        assertThat(en.dongWithUnit(amount)).isEqualTo("98,249,999 đồng");
        assertThat(vi.millions(amount)).isEqualTo("98,2");
        assertThat(en.millions(new Dong(98_250_000))).isEqualTo("98.3");
        assertThat(vi.millions(new Dong(242_780_000_000L), 0)).isEqualTo("242.780");
        assertThat(vi.millions(new Dong(-98_250_000))).isEqualTo("−98,3");
        assertThat(vi.accounting(new Dong(-1_500_000))).isEqualTo("(1.500.000)");
        assertThat(vi.accounting(amount)).isEqualTo("98.249.999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6240000 | 6,24 %/năm | 6.24 %/year",
                "6600000 | 6,60 %/năm | 6.60 %/year",
                "7488000 | 7,488 %/năm | 7.488 %/year",
                "10302240 | 10,30224 %/năm | 10.30224 %/year",
                "1 | 0,000001 %/năm | 0.000001 %/year",
                "0 | 0,00 %/năm | 0.00 %/year",
            })
    void writesRatesByTheYear(long units, String vietnamese, String english) {
        assertThat(vi.rate(new AnnualRate(units))).isEqualTo(vietnamese);
        assertThat(en.rate(new AnnualRate(units))).isEqualTo(english);
    }

    @Test
    void writesSharesHalfUp() {
        assertThat(vi.percent(233_200, 6_625_000)).isEqualTo("3,52 %");
        assertThat(en.percent(1, 3)).isEqualTo("33.33 %");
        assertThat(vi.percent(1, 200, 0)).isEqualTo("1 %");
        assertThat(vi.percent(5, 0)).isEqualTo("–");
        assertThat(vi.percent(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo("100,00 %");
    }

    @Test
    void writesExactFractions() {
        var two = BigInteger.TWO;
        assertThat(vi.quotient(BigInteger.ONE, two, 0)).isEqualTo("1");
        assertThat(vi.quotient(BigInteger.ONE.negate(), two, 0)).isEqualTo("−1");
        assertThat(vi.quotient(BigInteger.ONE, two.negate(), 1)).isEqualTo("−0,5");
        assertThat(vi.quotient(BigInteger.ONE.negate(), BigInteger.valueOf(1000), 2))
                .isEqualTo("0,00");
        assertThat(vi.decimal(BigInteger.valueOf(34_717_808), 2)).isEqualTo("347.178,08");
        assertThat(en.decimal(BigInteger.valueOf(-5), 2)).isEqualTo("−0.05");
    }

    @Test
    void writesDates() {
        assertThat(vi.date(LocalDate.of(2026, 3, 5))).isEqualTo("05/03/2026");
        assertThat(vi.dayAndMonth(SATURDAY)).isEqualTo("18/05");
        assertThat(vi.weekdayAndDate(SATURDAY)).isEqualTo("Thứ Bảy 18/05/2024");
        assertThat(en.weekdayAndDate(SATURDAY)).isEqualTo("Saturday 18/05/2024");
        assertThat(vi.weekday(SATURDAY.plusDays(1))).isEqualTo("Chủ Nhật");
        assertThat(vi.month(SATURDAY)).isEqualTo("tháng 5/2024");
        assertThat(en.month(SATURDAY)).isEqualTo("May 2024");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05, ngày 05 tháng 3 năm 2026, 5 March 2026",
        "2026-01-31, ngày 31 tháng 01 năm 2026, 31 January 2026",
        "2026-02-09, ngày 09 tháng 02 năm 2026, 9 February 2026",
        "2026-12-10, ngày 10 tháng 12 năm 2026, 10 December 2026",
    })
    void writesDatesOfDocuments(LocalDate day, String vietnamese, String english) {
        assertThat(vi.documentDate(day)).isEqualTo(vietnamese);
        assertThat(en.documentDate(day)).isEqualTo(english);
    }

    @Test
    void writesTimesOfVietnam() {
        var at = Instant.parse("2024-05-17T17:05:59Z");

        assertThat(vi.time(at)).isEqualTo("00:05");
        assertThat(vi.dateAndTime(at)).isEqualTo("18/05/2024 00:05");
    }

    @Test
    void writesFactsOfSentences() {
        assertThat(vi.fact(new Dong(1_500_000))).isEqualTo("1.500.000");
        assertThat(vi.fact(SATURDAY)).isEqualTo("18/05/2024");
        assertThat(en.fact(1_234L)).isEqualTo("1,234");
        assertThat(en.fact(1_234)).isEqualTo("1,234");
        assertThat(vi.fact("Lê Chân")).isEqualTo("Lê Chân");
        assertThat(vi.fact(Instant.parse("2024-05-17T17:05:59Z"))).isEqualTo("18/05/2024 00:05");
    }

    @Test
    void masksIdentityNumbersButTheLastFour() {
        assertThat(IdentityNumber.shown("000084000999")).isEqualTo("0000 8400 0999");
        assertThat(IdentityNumber.masked("000084000999")).isEqualTo("•••• •••• 0999");
        assertThat(IdentityNumber.masked("031234567")).isEqualTo("• •••• 4567");
        assertThat(IdentityNumber.masked("")).isEmpty();
    }
}
