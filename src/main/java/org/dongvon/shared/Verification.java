package org.dongvon.shared;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Checks the books against all rules that the modules offer. Reads, and changes nothing. */
@Service
public class Verification {

    private final SortedMap<String, Supplier<Checked>> rules = new TreeMap<>();
    private final JdbcClient db;
    private final Transactions transactions;

    Verification(List<Invariants> offered, List<Proof> proofs, JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
        offered.stream()
                .flatMap(each -> each.all().stream())
                .forEach(invariant -> rules.put(invariant.name(), () -> check(invariant)));
        proofs.forEach(proof -> rules.put(proof.name(), proof::check));
    }

    /** Checks each rule on one snapshot of its own over the actor's scope, and tells of each as it ends. */
    public List<Checked> run(Actor actor, Consumer<Checked> told) {
        return rules.values().stream()
                .map(rule -> transactions.read(actor, rule))
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
