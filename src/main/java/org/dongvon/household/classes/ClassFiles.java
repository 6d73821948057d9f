package org.dongvon.household.classes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.dongvon.household.classes.ClassReader.Content;
import org.dongvon.household.classes.ClassReader.Extent;
import org.dongvon.household.classes.ClassStore.Decision;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.shared.table.BadCell;
import org.dongvon.shared.table.TableFile;
import org.springframework.stereotype.Service;

/**
 * A commune's list of classes comes in: the file is looked through as a whole, every bad cell is named, and a list
 * without one is put before a second person, whose approval loads it.
 */
@Service
public class ClassFiles {

    private final ClassStore store;
    private final ClassUploads uploads;
    private final PointsAndDays places;
    private final RequestChange request;
    private final Transactions transactions;

    ClassFiles(
            ClassStore store,
            ClassUploads uploads,
            PointsAndDays places,
            RequestChange request,
            Transactions transactions) {
        this.store = store;
        this.uploads = uploads;
        this.places = places;
        this.request = request;
        this.transactions = transactions;
    }

    private static void requireMaker(Actor actor) {
        actor.requireRole(ClassListChange.MAKERS.toArray(Role[]::new));
    }

    /**
     * Looks whether a file is a table of classes at all, before anything is opened for it.
     *
     * @throws Refused a constant of {@link org.dongvon.shared.table.TableRefusal}
     */
    public static void requireTable(TableFile file) {
        file.read(ClassReader.COLUMNS);
    }

    /**
     * What loading a file would do, without doing it.
     *
     * @throws Refused {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT}, and a constant of {@link
     *     org.dongvon.shared.table.TableRefusal} for a file that is no plain table
     */
    public ListPlan preview(Actor actor, TableFile file) {
        requireMaker(actor);
        return transactions.read(actor, () -> plan(file));
    }

    /**
     * Keeps a file to be looked through; returns its key.
     *
     * @throws Refused as {@link #preview}
     */
    public UUID keep(Actor actor, TableFile file) {
        requireMaker(actor);
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

    /**
     * Asks a second person to approve a file that was kept; returns the number of the request.
     *
     * @throws Refused {@link ClassRefusal#BAD_CELLS}, {@link ClassRefusal#NO_ROWS}, {@link ClassRefusal#LIST_LOADED}, and
     *     what {@link RequestChange} refuses
     */
    public long ask(Actor actor, UUID key, String reason) {
        requireMaker(actor);
        return transactions.write(actor, () -> {
            var file = uploads.get(actor, key);
            var plan = required(plan(file));
            uploads.requested(key);
            return request.run(
                    actor,
                    new Proposal(
                            key,
                            ClassListChange.NAME,
                            plan.decision(),
                            ClassListChange.wanted(plan, file.name(), key),
                            new Basis(reason.strip(), plan.decision(), null)));
        });
    }

    /** The plan of a file whose approval was asked for, checked again. */
    ListPlan approved(Actor checker, UUID key) {
        return required(plan(uploads.get(checker, key)));
    }

    private static ListPlan required(ListPlan plan) {
        plan.requireRight();
        return plan;
    }

    private ListPlan plan(TableFile file) {
        var content = ClassReader.read(file.read(ClassReader.COLUMNS));
        var bad = new ArrayList<>(content.bad());
        var decision = decision(content, bad);
        var matches = store.match(content.rows());
        var entries = new ArrayList<ListPlan.Entry>();
        var points = new TreeSet<Long>();
        for (var row : content.rows()) {
            var match = matches.get(row.number());
            if (match == null) {
                bad.add(new BadCell(
                        row.number(), "household", new Refused(ClassRefusal.UNKNOWN_HOUSEHOLD_CODE, row.household())));
            } else if (!match.named()) {
                bad.add(new BadCell(
                        row.number(), "head", new Refused(ClassRefusal.NAME_NOT_OF_HOUSEHOLD, row.household())));
            } else {
                entries.add(new ListPlan.Entry(match.household(), row.householdClass()));
                points.add(match.pointId());
            }
        }
        bad.sort(Comparator.comparingInt(BadCell::row));
        var extent = content.extent() == null ? Extent.ADDITION : content.extent();
        List<Long> covered = extent == Extent.COMPLETE ? store.covered(points) : List.copyOf(points);
        return new ListPlan(content.total(), decision, extent, covered, entries, bad);
    }

    private String decision(Content content, List<BadCell> bad) {
        if (content.decision() == null) {
            return "";
        }
        try {
            return checked(store.decision(content.decision()), content.decision());
        } catch (Refused refused) {
            bad.add(new BadCell(2, "decision", refused));
            return "";
        }
    }

    private static String checked(Optional<Decision> found, String text) {
        var decision = found.orElseThrow(() -> new Refused(ClassRefusal.UNKNOWN_DECISION, text));
        if (!decision.issuer().equals("PEOPLES_COMMITTEE")) {
            throw new Refused(ClassRefusal.DECISION_NOT_OF_A_COMMITTEE, decision.number());
        }
        if (decision.issuedOn().isEmpty()) {
            throw new Refused(ClassRefusal.DECISION_WITHOUT_DAY, decision.number());
        }
        return decision.code();
    }
}
