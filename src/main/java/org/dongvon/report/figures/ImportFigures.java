package org.dongvon.report.figures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.report.figures.FigureStore.Loaded;
import org.dongvon.report.figures.FigureStore.Version;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.table.BadCell;
import org.dongvon.shared.table.TableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Loads published figures from a .csv or .xlsx: all of them or none, unless only the good rows are asked for.
 *
 * <p>A row is known by its unit, date, base, indicator, programme, association and source. The same row again is
 * nothing new. Another value from another document, in the same file or a later one, is a new version, which counts from
 * then on; another value from the same document is refused by name.
 */
@Service
public class ImportFigures {

    // Those who make reports, and those who keep the capital that the reports speak of; whoever only reads, enters
    // money
    // or answers for one commune or group loads nothing.
    private static final Set<Role> LOADERS =
            Set.of(Role.DIRECTOR, Role.MANAGER, Role.ACCOUNTANT, Role.FUND_OFFICER, Role.SYSTEM);

    private static final Set<Refusal> CODES =
            Set.of(FigureRefusal.UNKNOWN_PROGRAMME, FigureRefusal.UNKNOWN_ASSOCIATION);

    private final FigureCodes codes;
    private final FigureStore store;
    private final FigureUploads uploads;
    private final Submissions submissions;
    private final Transactions transactions;
    private final PointsAndDays places;
    private final BusinessDays days;

    ImportFigures(
            FigureCodes codes,
            FigureStore store,
            FigureUploads uploads,
            Submissions submissions,
            Transactions transactions,
            PointsAndDays places,
            BusinessDays days) {
        this.codes = codes;
        this.store = store;
        this.uploads = uploads;
        this.submissions = submissions;
        this.transactions = transactions;
        this.places = places;
        this.days = days;
    }

    /** Whether somebody may load figures. */
    static boolean mayLoad(Actor actor) {
        return LOADERS.contains(actor.role());
    }

    private static void requireLoader(Actor actor) {
        actor.requireRole(LOADERS.toArray(Role[]::new));
    }

    /**
     * Looks whether a file is a table of figures at all, before anything is opened for it.
     *
     * @throws Refused a constant of {@link org.dongvon.shared.table.TableRefusal}
     */
    public static void requireTable(TableFile file) {
        file.read(FigureReader.COLUMNS);
    }

    /**
     * What is wrong with a file whatever is loaded: told before anything is opened for it. Empty for files without a bad
     * cell, and where only the books know whether a code is one. What contradicts the books is told once this is right.
     *
     * @throws Refused as {@link #requireTable}
     */
    public static Optional<Preview> wrongByItself(TableFile file) {
        var content = read(file, FigureCodes.shipped());
        var rules = content.bad().stream().map(bad -> bad.why().refusal()).collect(Collectors.toSet());
        return !rules.isEmpty() && Collections.disjoint(rules, CODES)
                ? Optional.of(new Plan(content.total(), List.of(), content.repeated(), content.bad()).preview())
                : Optional.empty();
    }

    /**
     * What loading a file would do, without doing it.
     *
     * @throws Refused {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT}, and a constant of {@link
     *     org.dongvon.shared.table.TableRefusal} for a file that is no plain table
     */
    public Preview preview(Actor actor, TableFile file) {
        requireLoader(actor);
        return transactions.read(actor, () -> plan(read(file)).preview());
    }

    /**
     * Loads a file whole.
     *
     * @param key of the submission: the same key is the same import
     * @throws Refused as {@link #preview}, and {@link FigureRefusal#BAD_CELLS} when a cell cannot be taken
     */
    public Counts run(Actor actor, UUID key, TableFile file) {
        return write(actor, key, file, Rows.ALL_OR_NONE);
    }

    /**
     * Loads the rows of a file that have no bad cell.
     *
     * @throws Refused as {@link #preview}
     */
    public Counts runGoodRows(Actor actor, UUID key, TableFile file) {
        return write(actor, key, file, Rows.GOOD_ONLY);
    }

    /**
     * Keeps a file for a day, to be looked through and then loaded; returns the key of the submission that loads it.
     *
     * @throws Refused as {@link #preview}
     */
    UUID keep(Actor actor, TableFile file) {
        requireLoader(actor);
        requireTable(file);
        var key = UUID.randomUUID();
        return transactions.write(actor, () -> {
            uploads.keep(actor, places.home(actor), key, file);
            return key;
        });
    }

    /** The file that was kept under a key. */
    TableFile kept(Actor actor, UUID key) {
        return transactions.read(actor, () -> uploads.get(actor, key));
    }

    private Counts write(Actor actor, UUID key, TableFile file, Rows wanted) {
        requireLoader(actor);
        var submission = new Submission(key, "report.ImportFigures", wanted + " " + hash(file.content()));
        return submissions.once(actor, submission, Counts.class, () -> {
            var content = read(file);
            refuseBad(wanted, content.bad());
            store.lock();
            var plan = plan(content);
            var preview = plan.preview();
            refuseBad(wanted, preview.bad());
            store.load(plan.toLoad(), key);
            long point = places.home(actor);
            return new Submissions.Done<>(point, businessDate(point), preview.counts());
        });
    }

    private static void refuseBad(Rows wanted, List<BadCell> bad) {
        if (wanted == Rows.ALL_OR_NONE && !bad.isEmpty()) {
            var first = bad.getFirst();
            throw new Refused(FigureRefusal.BAD_CELLS, bad.size(), first.row(), first.column());
        }
    }

    private FigureReader.Content read(TableFile file) {
        return read(file, codes.read());
    }

    private static FigureReader.Content read(TableFile file, FigureCodes.Known known) {
        return file.once(
                known, FigureReader.Content.class, () -> new FigureReader(known).read(file.read(FigureReader.COLUMNS)));
    }

    private Plan plan(FigureReader.Content content) {
        var before = store.compare(content.rows());
        var toLoad = new ArrayList<Version>();
        Map<Integer, Version> inFile = new HashMap<>();
        var bad = new ArrayList<>(content.bad());
        int present = content.repeated();
        for (var row : content.rows()) {
            var loaded = before.get(row.number());
            var earlier =
                    row.earlier() == null ? null : inFile.get(row.earlier().number());
            var version = earlier;
            if (isKnown(row, loaded, earlier)) {
                present++;
            } else if (loaded == null || !loaded.sameDocument()) {
                int last = earlier != null ? earlier.number() : loaded == null ? 0 : loaded.version();
                version = new Version(row, last + 1);
                toLoad.add(version);
            } else {
                var refused = new Refused(FigureRefusal.LOADED_OTHERWISE, loaded.printed(), loaded.document());
                bad.add(new BadCell(row.number(), "value", refused));
            }
            if (version != null) {
                inFile.put(row.number(), version);
            }
        }
        bad.sort(Comparator.comparingInt(BadCell::row));
        return new Plan(content.total(), toLoad, present, bad);
    }

    /** Whether its document said so before, or what counts by then is the same number. */
    private static boolean isKnown(FigureRow row, @Nullable Loaded loaded, @Nullable Version earlier) {
        if (loaded != null && loaded.identical()) {
            return true;
        }
        return earlier == null
                ? loaded != null && loaded.latestSame()
                : earlier.row().amount().equals(row.amount());
    }

    /** Work of the whole country may begin before any office has a business day. */
    private LocalDate businessDate(long point) {
        return point == PointsAndDays.COUNTRY ? days.latest().orElse(LocalDate.EPOCH) : places.openDay(point);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private enum Rows {
        ALL_OR_NONE,
        GOOD_ONLY
    }

    /**
     * How many rows a file has and what becomes of them.
     *
     * @param rows below the header
     * @param added figures that were not known
     * @param replaced figures of which another document prints another value
     * @param present rows that say nothing new
     * @param badCells cells that cannot be taken
     */
    public record Counts(int rows, int added, int replaced, int present, int badCells) {

        /** How many figures are written. */
        public int written() {
            return added + replaced;
        }
    }

    /** What loading would do, with every bad cell in the order of the file. */
    public record Preview(Counts counts, List<BadCell> bad) {

        public Preview {
            bad = List.copyOf(bad);
        }
    }

    private record Plan(int rows, List<Version> toLoad, int present, List<BadCell> bad) {

        Preview preview() {
            int replaced = (int)
                    toLoad.stream().filter(version -> version.number() > 1).count();
            return new Preview(new Counts(rows, toLoad.size() - replaced, replaced, present, bad.size()), bad);
        }
    }
}
