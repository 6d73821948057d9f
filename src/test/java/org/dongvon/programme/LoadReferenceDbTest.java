package org.dongvon.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.document.Mark;
import org.dongvon.document.ShippedFile;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.Part;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class LoadReferenceDbTest {

    private static final String ADD_RATE = """
            insert into programme.rate_change (series_id, valid_from, in_term, overdue, applies_to, mark, day_mark, note_vi)
            select id, :from, :rate, :rate * 13 / 10, 'NEW_AND_EXISTING', 'FOUND', 'FOUND', 'thử'
              from programme.rate_series where code = :series
            """;

    private final OwnerDb owner;
    private final Programmes programmes;

    LoadReferenceDbTest(OwnerDb owner, Programmes programmes) {
        this.owner = owner;
        this.programmes = programmes;
    }

    @Test
    void seesANewDatedRowAtOnce() {
        var before = programmes.current().rates();

        addRate("STEM", LocalDate.of(2027, 1, 1), 5_000_000);

        assertThat(programmes.current().rates().version()).isGreaterThan(before.version());
        assertThat(programmes.current().rates().series("STEM").rate(Part.IN_TERM, LocalDate.of(2027, 1, 1)))
                .isEqualTo(AnnualRate.ofPercent("5"));
        assertThat(before.series("STEM").rate(Part.IN_TERM, LocalDate.of(2027, 1, 1)))
                .isEqualTo(AnnualRate.ofPercent("4.8"));
        var now = programmes.current();
        assertThat(programmes.current(now.rates().version())).isSameAs(now);
    }

    @Test
    void leavesAloneWhatPeopleEntered() {
        addRate("MAYTINH", LocalDate.of(2027, 6, 1), 1_500_000);

        LoadReference.run(
                owner.dataSource(), changed("rates", "MAYTINH,2022-04-04,1.2,1.56", "MAYTINH,2022-04-04,1.3,1.69"));
        LoadReference.run(
                owner.dataSource(),
                changed(
                        "rates",
                        "MAMNON,2022-04-20",
                        "MAYTINH,2027-05-01,2,2.6,NEW_AND_EXISTING,,unsure,unsure,x,x\nMAMNON,2022-04-20"));

        assertThat(programmes.current().rates().history("MAYTINH"))
                .extracting(rate ->
                        rate.change().from() + " " + rate.change().inTerm().percent())
                .containsExactly("2022-04-04 1.2", "2027-06-01 1.5");
    }

    @Test
    void bringsNewShippedRowsAndExplanations() {
        var files = changed(
                "rates",
                "COVID,2021-07-07,0,0,NEW_AND_EXISTING,QD-23-2021,known",
                "COVID,2021-07-07,0,0,NEW_AND_EXISTING,QD-23-2021,found");
        LoadReference.run(
                owner.dataSource(),
                changed(
                        files,
                        "rates",
                        "MAMNON,2022-04-20",
                        "RUNG75,2027-01-01,1.5,1.95,NEW_AND_EXISTING,QD-2553-2025,found,found,,\nMAMNON,2022-04-20"));

        assertThat(programmes
                        .current()
                        .rates()
                        .history("COVID")
                        .getFirst()
                        .basis()
                        .mark())
                .isEqualTo(Mark.FOUND);
        assertThat(StoredReferenceDbTest.storedIndex(
                        owner, programmes.current().rates().info(22), "in_term", "index_at_from"))
                .hasSize(2)
                .isEqualTo(programmes.current().rates().series(22).rows(Part.IN_TERM));
    }

    @Test
    void endsACapWhereTheNextBegins() {
        LoadReference.run(
                owner.dataSource(),
                changed(
                        "caps",
                        "HONGHEO,ALL,HOUSEHOLD,100000000,,2019-03-01,,",
                        "HONGHEO,ALL,HOUSEHOLD,150000000,,2027-01-01,,QD-2553-2025,found,,\n"
                                + "HONGHEO,ALL,HOUSEHOLD,100000000,,2019-03-01,2027-01-01,"));

        assertThat(programmes.current().capsOf("HONGHEO"))
                .filteredOn(cap -> cap.holdsOn(LocalDate.of(2027, 1, 1)))
                .singleElement()
                .satisfies(cap -> assertThat(cap.limit().amount()).isNotNull());
        assertThat(programmes.current().capsOf("HONGHEO")).hasSize(4);
    }

    @Test
    void refusesARateForNewContractsInTheMiddleOfASeries() {
        assertThatThrownBy(() -> owner.sql("""
                        insert into programme.rate_change (series_id, valid_from, in_term, overdue, applies_to, mark, day_mark, note_vi)
                        values (1, '2027-01-01', 1, 1, 'NEW', 'FOUND', 'FOUND', 'thử')
                        """).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("opens a series");
    }

    private void addRate(String series, LocalDate from, long rate) {
        owner.sql(ADD_RATE)
                .param("series", series)
                .param("from", from)
                .param("rate", rate)
                .update();
        RateIndex.refresh(JdbcClient.create(owner.dataSource()));
    }

    private static List<ShippedFile> changed(String name, String from, String to) {
        var files = Stream.of("documents", "programmes", "terms", "series", "rates", "caps", "parameters")
                .map(ShippedFile::read)
                .toList();
        return changed(files, name, from, to);
    }

    private static List<ShippedFile> changed(List<ShippedFile> files, String name, String from, String to) {
        assertThat(files)
                .anyMatch(file -> file.name().equals(name) && file.text().contains(from));
        return files.stream()
                .map(file -> file.name().equals(name)
                        ? new ShippedFile(name, file.text().replace(from, to))
                        : file)
                .toList();
    }
}
