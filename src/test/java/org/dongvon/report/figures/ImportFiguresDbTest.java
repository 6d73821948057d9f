package org.dongvon.report.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dongvon.document.ShippedFile;
import org.dongvon.report.PublishedFigures;
import org.dongvon.report.ReportFormat;
import org.dongvon.report.figures.ImportFigures.Counts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.table.BadCell;
import org.dongvon.shared.table.TableFile;
import org.dongvon.shared.text.Language;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class ImportFiguresDbTest {

    private final ApplicationContext beans;
    private final ImportFigures figures;
    private final FiguresCheckReport check;
    private final PublishedFigures published;
    private final Transactions transactions;
    private final JdbcClient db;
    private final OwnerDb owner;

    ImportFiguresDbTest(
            ApplicationContext beans,
            ImportFigures figures,
            FiguresCheckReport check,
            PublishedFigures published,
            Transactions transactions,
            OwnerDb owner) {
        this.beans = beans;
        this.figures = figures;
        this.check = check;
        this.published = published;
        this.transactions = transactions;
        this.db = beans.getBean(JdbcClient.class);
        this.owner = owner;
    }

    /** The rows of the handbook, sections 13.1 and 13.2: what holds holds, what is misprinted is named. */
    @Test
    void checksTheFoundingArticlesAndTheNationAsComputedByHand() {
        var example = new TableFile(
                "a.csv", ShippedFile.read("example-figures").text().getBytes(UTF_8));

        var counts = figures.run(Actor.SYSTEM, UUID.randomUUID(), example);

        assertThat(counts).isEqualTo(new Counts(52, 52, 0, 0, 0));
        var arithmetic = new Arithmetic(Language.EN);
        var expected = Golden.read("published-figures/checks").stream().skip(1).toList();
        var places = List.of("HATINH", "LECHAN", "VN");
        var rows = places.stream()
                .flatMap(place -> check.checks(Actor.SYSTEM, Optional.of(place)).stream())
                .map(each -> row(each, arithmetic))
                .toList();
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    private static List<String> row(Check each, Arithmetic arithmetic) {
        var place = each.figure().place();
        var cut = place.cut();
        var spelled = arithmetic.of(each);
        boolean isBound = each.sides() instanceof Check.Numbers numbers && numbers.isBound();
        return List.of(
                each.figure().printed().document().replaceFirst(":.*", ""),
                place.unit(),
                org.dongvon.shared.text.Formats.in(Language.EN).date(place.on()),
                String.join(" ", place.indicator().code(), cut.programme(), cut.association(), cut.source())
                        .replaceAll(" +", " ")
                        .strip(),
                each.identity().code(),
                arithmetic.left(each),
                (isBound ? "≤ " : "") + spelled.claimed(),
                each.holds() ? "yes" : "no");
    }

    /** The outside contract. */
    @Test
    void printsWhatDoesNotHold() {
        load("A,2024-10-31,,capital.local,,,,48.900,billion,báo", "A,2024-10-31,,capital.total,,,,375.800,billion,báo");
        load("A,2024-10-31,,share_percent.capital.local,,,,\"12,8\",percent,báo");
        load("A,2024-05-17,,households,,HPN,local,4.800,count,Chỉ thị 40-CT/TW ngày 22/11/2024");
        var json = new StringBuilder();

        ReportFormat.JSON.print(check.run(Actor.SYSTEM, Optional.of("A"), Optional.empty()), json);

        assertThat(json.toString().replaceAll("\\s", "")).isEqualTo("""
                {"checked":3,"broken":[
                {"unit":"A","date":"2024-05-17","base":null,"indicator":"households","programme":null,"association":"HPN",
                 "source":"local","claimed":"2024-11-22","computed":"2014-11-22","identity":"date"},
                {"unit":"A","date":"2024-10-31","base":null,"indicator":"share_percent.capital.local","programme":null,
                 "association":null,"source":null,"claimed":12.8,"computed":13.01,"identity":"share"}]}
                """.replaceAll("\\s", ""));
        assertThat(check.run(Actor.SYSTEM, Optional.of("A"), Optional.of(java.time.LocalDate.of(2024, 5, 17)))
                        .checked())
                .isEqualTo(1);
        assertThat(check.run(Actor.SYSTEM, Optional.of("B"), Optional.empty()).checked())
                .isZero();
    }

    @Test
    void doesNotCheckWhatCameWithTheProduct() {
        assertThat(check.run(Actor.SYSTEM, Optional.of("VN"), Optional.of(java.time.LocalDate.of(2014, 12, 31)))
                        .broken())
                .isEmpty();
    }

    @Test
    void takesTheSameFileAgainAsNothingNew() {
        var rows = new String[] {
            "C,2024-12-31,,outstanding,,,,10,million,báo", "C,2024-12-31,,outstanding,,12,,1,million,báo"
        };

        assertThat(load(rows)).isEqualTo(new Counts(2, 2, 0, 0, 0));
        assertThat(load(rows)).isEqualTo(new Counts(2, 0, 0, 2, 0));
        assertThat(count("C")).isEqualTo(2);
    }

    @Test
    void takesAnotherDocumentsValueAsANewVersionThatCounts() {
        load("D,2024-12-31,,outstanding,,,,10,million,báo");

        assertThat(load("D,2024-12-31,,outstanding,,,,12,million,báo khác")).isEqualTo(new Counts(1, 0, 1, 0, 0));
        assertThat(load("D,2024-12-31,,outstanding,,,,10,million,báo")).isEqualTo(new Counts(1, 0, 0, 1, 0));
        assertThat(load("D,2024-12-31,,outstanding,,,,12,million,báo thứ ba")).isEqualTo(new Counts(1, 0, 0, 1, 0));
        assertThat(count("D")).isEqualTo(2);
        var counting = transactions.read(Actor.SYSTEM, () -> published.of("D", java.time.LocalDate.of(2024, 12, 31)));
        assertThat(counting).singleElement().satisfies(figure -> {
            assertThat(figure.number()).isEqualTo(12_000_000);
            assertThat(figure.printed().document()).isEqualTo("báo khác");
        });
    }

    @Test
    void takesSeveralDocumentsOfOneFileAsVersionsInTheirOrder() {
        var first = "K,2024-12-31,,outstanding,,,,10,million,báo";
        var rows = new String[] {
            first,
            "K,2024-12-31,,outstanding,,,,12,million,báo khác",
            "K,2024-12-31,,outstanding,,,,12,million,báo thứ ba",
            "K,2024-12-31,,outstanding,,,,10,million,báo thứ tư"
        };

        assertThat(load(rows)).isEqualTo(new Counts(4, 1, 2, 1, 0));
        assertThat(load(first)).isEqualTo(new Counts(1, 0, 0, 1, 0));
        var counting = transactions.read(Actor.SYSTEM, () -> published.of("K", java.time.LocalDate.of(2024, 12, 31)));
        assertThat(counting)
                .singleElement()
                .satisfies(figure -> assertThat(figure.printed().document()).isEqualTo("báo thứ tư"));
        assertThat(load(
                        "K,2024-12-31,,outstanding,,,,10,million,báo thứ năm",
                        "K,2024-12-31,,outstanding,,,,14,million,báo nữa"))
                .isEqualTo(new Counts(2, 0, 1, 1, 0));
        assertThat(owner.sql("select max(version) from report.published_figure where unit_code = 'K'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    /** A file is looked through with these before the books are opened. */
    @Test
    void knowsTheCodesThatEveryFolderHas() {
        assertThat(transactions.read(Actor.SYSTEM, beans.getBean(FigureCodes.class)::read))
                .isEqualTo(FigureCodes.shipped());
    }

    @Test
    void refusesAnotherValueFromTheSameDocument() {
        load("E,2024-12-31,,outstanding,,,,10,million,báo");
        var changed = file("E,2024-12-31,,outstanding,,,,12,million,báo", "E,2024-12-31,,households,,,,5,count,báo");

        assertThat(figures.preview(Actor.SYSTEM, changed).bad()).singleElement().satisfies(bad -> {
            assertThat(bad).extracting(BadCell::row, BadCell::column).containsExactly(2, "value");
            assertThat(bad.why().refusal()).isEqualTo(FigureRefusal.LOADED_OTHERWISE);
        });
        refuses(() -> figures.run(Actor.SYSTEM, UUID.randomUUID(), changed), FigureRefusal.BAD_CELLS);
        assertThat(count("E")).isEqualTo(1);
        assertThat(figures.runGoodRows(Actor.SYSTEM, UUID.randomUUID(), changed))
                .isEqualTo(new Counts(2, 1, 0, 0, 1));
        assertThat(count("E")).isEqualTo(2);
    }

    @Test
    void loadsAllOrNothingAndOnlyTheGoodRowsWhenAsked() {
        var half = file("F,2024-12-31,,outstanding,,,,10,million,báo", "F,2024-12-31,,households,,,,1e9,count,báo");

        refuses(() -> figures.run(Actor.SYSTEM, UUID.randomUUID(), half), FigureRefusal.BAD_CELLS);
        assertThat(count("F")).isZero();
        assertThat(figures.preview(Actor.SYSTEM, half).counts()).isEqualTo(new Counts(2, 1, 0, 0, 1));
        assertThat(count("F")).isZero();
        assertThat(figures.runGoodRows(Actor.SYSTEM, UUID.randomUUID(), half)).isEqualTo(new Counts(2, 1, 0, 0, 1));
        assertThat(count("F")).isEqualTo(1);
    }

    @Test
    void answersTheSameKeyOnce() {
        var key = UUID.randomUUID();
        var first = figures.run(Actor.SYSTEM, key, file("G,2024-12-31,,outstanding,,,,10,million,báo"));

        assertThat(figures.run(Actor.SYSTEM, key, file("G,2024-12-31,,outstanding,,,,10,million,báo")))
                .isEqualTo(first);
        refuses(
                () -> figures.run(Actor.SYSTEM, key, file("G,2024-12-31,,outstanding,,,,11,million,báo khác")),
                SharedRefusal.KEY_REUSED);
    }

    @Test
    void winsOverWhatCameWithTheProductAndKeepsItsRemarks() {
        owner.sql("""
                insert into report.published_figure (unit_code, on_date, indicator, value, low, high, bound, as_printed, document,
                                                     shipped)
                values ('SHIP', '2024-12-31', 'jobs', 140, 140, 140, 'AT_LEAST', 'hơn 140 lao động', 'bài báo', true),
                       ('SHIP', '2024-12-31', 'loans', 140, 140, 140, 'AT_LEAST', 'hơn 140 khoản', 'bài báo', true)
                """).update();

        assertThat(load("SHIP,31/12/2024,,jobs,,,,140,count,bài khác", "SHIP,31/12/2024,,loans,,,,150,count,bài khác"))
                .isEqualTo(new Counts(2, 2, 0, 0, 0));

        var counting =
                transactions.read(Actor.SYSTEM, () -> published.of("SHIP", java.time.LocalDate.of(2024, 12, 31)));
        assertThat(counting)
                .extracting(figure -> figure.indicator().code() + " " + figure.number() + " "
                        + figure.printed().words() + " " + figure.isAtLeast() + " "
                        + figure.printed().isShipped())
                .containsExactly("jobs 140 hơn 140 lao động true false", "loans 150 150 false false");
    }

    @Test
    void keepsManyRowsOfSeveralBatches() {
        var rows = new String[12_001];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "Xã số " + i + ",2024-12-31,,outstanding,,,,\"" + i % 999 + ",5\",million,báo";
        }
        assertThat(load(rows)).isEqualTo(new Counts(12_001, 12_001, 0, 0, 0));
        assertThat(load(rows)).isEqualTo(new Counts(12_001, 0, 0, 12_001, 0));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isForThoseWhoMakeReportsAndKeepCapital(Role role) {
        var village = Village.in(beans, "FIG" + role.name().substring(0, 3));
        var director = village.director;
        // A manager belongs to a province, and so to no office.
        long office = role == Role.MANAGER ? 0 : director.officeId();
        var actor = new Actor(director.id(), director.personId(), "a", "A", role, office, director.scope());
        var file = file(role + ",2024-12-31,,outstanding,,,,10,million,báo");
        var loaders = Set.of(Role.DIRECTOR, Role.MANAGER, Role.ACCOUNTANT, Role.FUND_OFFICER, Role.SYSTEM);

        if (loaders.contains(role)) {
            var key = figures.keep(actor, file);
            assertThat(figures.preview(actor, figures.kept(actor, key)).counts().added())
                    .isEqualTo(1);
            assertThat(figures.run(actor, key, file).added()).isEqualTo(1);
            assertThat(ImportFigures.mayLoad(actor)).isTrue();
        } else {
            refuses(() -> figures.keep(actor, file), SharedRefusal.ROLE_MAY_NOT);
            refuses(() -> figures.preview(actor, file), SharedRefusal.ROLE_MAY_NOT);
            refuses(() -> figures.run(actor, UUID.randomUUID(), file), SharedRefusal.ROLE_MAY_NOT);
            assertThat(ImportFigures.mayLoad(actor)).isFalse();
        }
    }

    @Test
    void keepsAFileForWhoBroughtItAlone() {
        var village = Village.in(beans, "FIGB");
        var other = Village.in(beans, "FIGC");
        var key = figures.keep(village.director, file("I,2024-12-31,,outstanding,,,,10,million,báo"));

        assertThat(figures.kept(village.director, key).name()).isEqualTo("a.csv");
        refuses(() -> figures.kept(other.director, key), FigureRefusal.NO_SUCH_UPLOAD);
        refuses(() -> figures.kept(Actor.SYSTEM, key), FigureRefusal.NO_SUCH_UPLOAD);
    }

    @Test
    void cannotChangeWhatWasLoaded() {
        load("J,2024-12-31,,outstanding,,,,10,million,báo");

        assertThatThrownBy(() -> owner.sql("update report.published_figure set value = 1 where unit_code = 'J'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> owner.sql("delete from report.published_figure where unit_code = 'J'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> transactions.write(
                        Actor.SYSTEM,
                        () -> db.sql("update report.published_figure set value = 1 where unit_code = 'J'")
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    private Counts load(String... rows) {
        return figures.run(Actor.SYSTEM, UUID.randomUUID(), file(rows));
    }

    private static TableFile file(String... rows) {
        return new TableFile("a.csv", (Figures.HEADER + "\n" + String.join("\n", rows)).getBytes(UTF_8));
    }

    private long count(String unit) {
        return owner.sql("select count(*) from report.published_figure where unit_code = :unit")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    private static void refuses(Runnable work, Refusal rule) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
