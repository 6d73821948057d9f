package org.dongvon.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Checks the books against all rules that the modules offer. Reads, and changes nothing. */
@Service
public class Verification {

    private final List<Invariant> invariants;
    private final JdbcClient db;
    private final Transactions transactions;

    Verification(List<Invariants> offered, JdbcClient db, Transactions transactions) {
        this.invariants = offered.stream()
                .flatMap(each -> each.all().stream())
                .sorted(Comparator.comparing(Invariant::name))
                .toList();
        this.db = db;
        this.transactions = transactions;
    }

    /** Checks each rule on one snapshot of its own over the actor's scope, and tells of each as it ends. */
    public List<Checked> run(Actor actor, Consumer<Checked> told) {
        return invariants.stream()
                .map(invariant -> transactions.read(actor, () -> check(invariant)))
                .peek(told)
                .toList();
    }

    private Checked check(Invariant invariant) {
        return db.sql(invariant.sql())
                .query((row, n) -> new Checked(
                        invariant.name(), row.getLong("checked"), row.getLong("broken"), row.getString("first")))
                .single();
    }

    /**
     * What a check found.
     *
     * @param checked how many things it looked at
     * @param broken how many of them break the rule
     * @param first names the first of those; none when all is right
     */
    public record Checked(
            String name,
            long checked,
            long broken,
            @Nullable String first) {

        public boolean holds() {
            return broken == 0;
        }

        /** The first breach, by voucher, loan code or the like. */
        public Optional<String> breach() {
            return Optional.ofNullable(first);
        }
    }
}
