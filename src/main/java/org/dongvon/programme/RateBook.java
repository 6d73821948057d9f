package org.dongvon.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.shared.Refused;

/**
 * All rate series as they stood at one version of the reference data. Immutable, so that a whole sheet or report
 * computes with the same rates.
 *
 * <p>Example: {@code book.series("HONGHEO").rate(Part.IN_TERM, LocalDate.of(2025, 12, 1))} is 6.24 %.
 */
public final class RateBook {

    private final long version;
    private final Map<String, Entry> byCode;
    private final Map<Integer, Entry> byId;

    /**
     * A book of those rows.
     *
     * @param version of the reference data; 0 for the shipped files
     * @param series which loans follow which series
     * @param rates the rows of each series by its code, in order of date, at least one for each
     */
    RateBook(long version, Collection<Series> series, Map<String, List<DatedRate>> rates) {
        this.version = version;
        var entries = series.stream()
                .map(each -> Entry.of(each, rates.getOrDefault(each.code(), List.of())))
                .toList();
        this.byCode =
                entries.stream().collect(Collectors.toMap(each -> each.series().code(), Function.identity()));
        this.byId = new HashMap<>();
        entries.forEach(each -> byId.put(each.series().id(), each));
    }

    /** The version of the reference data it was read at. */
    public long version() {
        return version;
    }

    /** All series, by number. */
    public List<Series> all() {
        return byId.values().stream()
                .map(Entry::series)
                .sorted(Comparator.comparingInt(Series::id))
                .toList();
    }

    /** The series of a programme, by number. */
    public List<Series> ofProgramme(String programme) {
        return all().stream().filter(each -> each.programme().equals(programme)).toList();
    }

    /**
     * The rates of a series, for the engine.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_SERIES}
     */
    public RateSeries series(String code) {
        return entry(code).rates();
    }

    /** The rates of a series that a loan refers to by its number. */
    public RateSeries series(int id) {
        return entry(id).rates();
    }

    /** Which loans follow a series. */
    public Series info(int id) {
        return entry(id).series();
    }

    /**
     * The rates of a series for a question that begins on a day.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_SERIES}, {@link ProgrammeRefusal#RATE_NOT_KNOWN_BEFORE}
     */
    public RateSeries seriesFrom(String code, LocalDate day) {
        var rates = series(code);
        if (day.isBefore(rates.firstDay())) {
            throw new Refused(ProgrammeRefusal.RATE_NOT_KNOWN_BEFORE, code, day, rates.firstDay());
        }
        return rates;
    }

    /**
     * The rows of a series with their laws, the oldest first.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_SERIES}
     */
    public List<DatedRate> history(String code) {
        return entry(code).history();
    }

    /** The row of a series that holds on a day, if its rates are known by then. */
    public Optional<DatedRate> rateOn(String code, LocalDate day) {
        return history(code).stream()
                .filter(row -> !row.change().from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /**
     * The rates as they were known when a journal was posted: without the retroactive rows that were entered later. So a
     * receipt is derived with the rates that it was counted with.
     */
    public RateBook knownTo(long journalId) {
        var known = new HashMap<String, List<DatedRate>>();
        byCode.forEach((code, entry) -> known.put(
                code,
                entry.history().stream()
                        .filter(row -> row.late() == null || row.late().afterJournal() < journalId)
                        .toList()));
        return new RateBook(version, all(), known);
    }

    /** The retroactive rows of a series, each with the series without it and with it; the oldest first. */
    public List<LateRate> lateRates(int id) {
        var history = entry(id).history();
        var result = new ArrayList<LateRate>();
        for (int i = 1; i < history.size(); i++) {
            if (history.get(i).late() != null) {
                result.add(new LateRate(id, history.get(i), upTo(id, i), upTo(id, i + 1)));
            }
        }
        return result;
    }

    private RateSeries upTo(int id, int rows) {
        var entry = entry(id);
        return RateSeries.of(
                entry.series().code(),
                entry.history().subList(0, rows).stream().map(DatedRate::change).toList());
    }

    /**
     * The series that a contract follows for its whole life: of its class and cohort, or of all borrowers where the
     * programme makes no difference. Example: a standard job loan of 2/1/2026 follows {@code GQVL-2026}.
     *
     * @throws Refused {@link ProgrammeRefusal#NO_SERIES_FOR_CONTRACT}
     */
    public Series seriesFor(String programme, BorrowerClass borrowers, LocalDate contractDay) {
        var open = ofProgramme(programme).stream()
                .filter(each -> each.takesContractsOf(contractDay))
                .toList();
        return open.stream()
                .filter(each -> each.borrowers() == borrowers)
                .findFirst()
                .or(() -> open.stream()
                        .filter(each -> each.borrowers() != BorrowerClass.PRIORITY)
                        .findFirst())
                .orElseThrow(() -> new Refused(ProgrammeRefusal.NO_SERIES_FOR_CONTRACT, programme, contractDay));
    }

    private Entry entry(String code) {
        var entry = byCode.get(code);
        if (entry == null) {
            throw new Refused(ProgrammeRefusal.UNKNOWN_SERIES, code);
        }
        return entry;
    }

    private Entry entry(int id) {
        var entry = byId.get(id);
        if (entry == null) {
            throw new Refused(ProgrammeRefusal.UNKNOWN_SERIES, Integer.toString(id));
        }
        return entry;
    }

    private record Entry(Series series, RateSeries rates, List<DatedRate> history) {

        static Entry of(Series series, List<DatedRate> history) {
            var changes = history.stream().map(DatedRate::change).toList();
            return new Entry(series, RateSeries.of(series.code(), changes), List.copyOf(history));
        }
    }
}
