package org.dongvon.command.bench;

import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;

/** Who works at a point of the benchmark. */
final class BenchTeam {

    private BenchTeam() {}

    static Actor leader(BenchPoint point) {
        return actor(point, 0, Role.LEADER);
    }

    static Actor teller(BenchPoint point) {
        return actor(point, 1, Role.TELLER);
    }

    static Actor controller(BenchPoint point) {
        return actor(point, 2, Role.CONTROLLER);
    }

    private static Actor actor(BenchPoint point, int number, Role role) {
        var name = role.name();
        long id = point.id() * 10 + number;
        return new Actor(id, id, name, name, role, point.office(), Scope.of(point.id(), point.direct()));
    }
}
