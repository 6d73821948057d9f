package org.dongvon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingFileTest {

    private static final ListingRequest REQUEST =
            ListingRequest.of(new Unit(1, "LECHAN", Unit.Kind.OFFICE, "Lê Chân"), LocalDate.of(2024, 5, 17));

    @Test
    void quotesAsRfc4180AndLeavesNothingEmptyAsNothing() {
        var out = csv(Arrays.asList("a,b", "say \"yes\"", null, -400L, LocalDate.of(2024, 5, 18)));

        assertThat(out).isEqualTo("f1,f2,f3,f4,f5\r\n\"a,b\",\"say \"\"yes\"\"\",,-400,2024-05-18\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-2", "@SUM(A1)", "\tx", "\rx"})
    void disarmsTextsThatASpreadsheetWouldCalculate(String text) {
        assertThat(csv(Arrays.asList(text, "x", "x", 1L, "x"))).contains("'" + text);
    }

    @Test
    void leavesOtherTextsAndNegativeNumbersAsTheyAre() {
        assertThat(csv(Arrays.asList("Tổ 5=2", "", "a-b", -1L, "x"))).endsWith("Tổ 5=2,,a-b,-1,x\r\n");
    }

    @Test
    void marksTheFileForExcelWhenAsked() {
        assertThat(csv(true, new ArrayList<List<@Nullable Object>>())).isEqualTo("\uFEFFf1,f2,f3,f4,f5\r\n");
        assertThat(csv(false, new ArrayList<List<@Nullable Object>>())).isEqualTo("f1,f2,f3,f4,f5\r\n");
    }

    @Test
    void writesJsonWithTotalsAlsoWithoutARow() {
        var out = new StringWriter();

        ListingFile.json(new Few(new ArrayList<List<@Nullable Object>>()), Actor.SYSTEM, REQUEST, out);

        assertThat(out.toString())
                .isEqualTo(
                        "{\"list\":\"few\",\"unit\":\"LECHAN\",\"asOf\":\"2024-05-17\",\"rows\":[],\"totals\":{\"rows\":0}}\n");
    }

    @Test
    void writesNothingOfAListThatIsRefused() {
        var out = new StringWriter();
        var refusing = new Refusing();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ListingFile.json(refusing, Actor.SYSTEM, REQUEST, out));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ListingFile.csv(refusing, Actor.SYSTEM, REQUEST, true, out));
        assertThat(out.toString()).isEmpty();
    }

    private static String csv(List<@Nullable Object> row) {
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(row);
        return csv(false, rows);
    }

    private static String csv(boolean mark, List<List<@Nullable Object>> rows) {
        var out = new StringWriter();
        ListingFile.csv(new Few(rows), Actor.SYSTEM, REQUEST, mark, out);
        return out.toString();
    }

    /** A list of these rows. */
    private static class Few implements Listing {

        private final List<List<@Nullable Object>> rows;

        Few(List<List<@Nullable Object>> rows) {
            this.rows = rows;
        }

        @Override
        public String name() {
            return "few";
        }

        @Override
        public List<String> fields() {
            return List.of("f1", "f2", "f3", "f4", "f5");
        }

        @Override
        public Map<String, Long> run(Actor actor, ListingRequest request, Consumer<List<@Nullable Object>> taken) {
            rows.forEach(taken);
            return Map.of("rows", (long) rows.size());
        }
    }

    /** A list that is not given. */
    private static final class Refusing extends Few {

        Refusing() {
            super(new ArrayList<List<@Nullable Object>>());
        }

        @Override
        public Map<String, Long> run(Actor actor, ListingRequest request, Consumer<List<@Nullable Object>> rows) {
            throw new Refused(ReportRefusal.NO_UNIT);
        }
    }
}
