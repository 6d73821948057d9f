package org.dongvon.ledger.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dongvon.ledger.seal.Breach.Kind;
import org.dongvon.ledger.seal.Seal.Contents;

/** Holds the vouchers of a day as they are against its seal, and names those that differ. */
final class Comparison {

    private Comparison() {}

    /**
     * The breaches of a day; none when the vouchers lead to its root.
     *
     * @param sealed a list of what was sealed, if there is one; it counts only if it leads to the root itself
     */
    static List<Breach> of(Seal seal, Optional<List<SealedVoucher>> sealed, List<SealedVoucher> actual) {
        if (Contents.of(actual).equals(seal.contents())) {
            return List.of();
        }
        var named = sealed.filter(list -> Contents.of(list).equals(seal.contents()))
                .map(list -> differing(seal, list, actual))
                .orElse(List.of());
        return named.isEmpty() ? List.of(Breach.of(Kind.DAY_CHANGED, seal.period())) : named;
    }

    private static List<Breach> differing(Seal seal, List<SealedVoucher> sealed, List<SealedVoucher> actual) {
        var before = lines(sealed);
        var now = lines(actual);
        var names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        var breaches = new ArrayList<Breach>();
        for (var name : names) {
            var was = before.get(name);
            var is = now.get(name);
            if (was == null) {
                breaches.add(Breach.of(Kind.ADDED, name, seal.period()));
            } else if (is == null) {
                breaches.add(Breach.of(Kind.MISSING, name, seal.period()));
            } else if (!was.equals(is)) {
                breaches.add(Breach.of(Kind.CHANGED, name, seal.period()));
            }
        }
        return breaches;
    }

    /** By name; a name that comes twice has both lines. */
    private static Map<String, String> lines(List<SealedVoucher> contents) {
        var lines = new LinkedHashMap<String, String>();
        contents.forEach(each -> lines.merge(each.name(), each.line(), String::concat));
        return lines;
    }
}
