package org.dongvon.identity.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two provinces: in the first an office whose records are asked for, and another; in the second one more. Each role is held
 * by somebody at the records' own office, above it, beside it, below it and in the other province, as far as the role may
 * be held there.
 */
final class MatrixSite {

    private static final LocalDate ALWAYS = LocalDate.of(2003, 1, 1);

    private static final Pattern RECEIPT = Pattern.compile("href=\"http://[^/]+(/r/[A-Za-z0-9_-]{52})\"");

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final Site site;
    private final long province;
    private final long otherProvince;
    private final long emptyPoint;

    final PeopleVillage home;
    private final PeopleVillage sibling;
    private final PeopleVillage stranger;
    private final long siblingGroup;
    private final Map<Role, Map<Place, Visitor>> visitors = new EnumMap<>(Role.class);
    private final Map<Seen, List<Role>> scopes = new LinkedHashMap<>();

    /** Where the record lies, seen from who asks for it. */
    enum Place {
        OWN,
        CHILD,
        SIBLING,
        PARENT,
        OTHER;

        boolean isInScope() {
            return this == OWN || this == CHILD;
        }
    }

    MatrixSite(ApplicationContext beans, Site site) {
        this.beans = beans;
        this.site = site;
        this.owner = beans.getBean(OwnerDb.class);
        this.home = PeopleVillage.of(beans, "MTA");
        this.sibling = PeopleVillage.of(beans, "MTB");
        this.stranger = PeopleVillage.of(beans, "MTC");
        this.siblingGroup = home.village
                .group(2, 2, "HONGHEO", 20_000_000, LocalDate.of(2024, 4, 18))
                .id();
        this.province = province("MTX", "Tỉnh thứ nhất", home.village.office, sibling.village.office);
        this.otherProvince = province("MTY", "Tỉnh thứ hai", stranger.village.office);
        this.emptyPoint = beans.getBean(Transactions.class).write(Actor.SYSTEM, () -> {
            var units = beans.getBean(RegisterUnits.class);
            long point = units.register("MTA-02", Unit.Kind.POINT, "Điểm hai", home.village.office, ALWAYS);
            units.placePoint(point, new RegisterUnits.PointPlace(home.village.office, null, 19, "trụ sở UBND"));
            return point;
        });
        for (var role : Role.values()) {
            if (role != Role.SYSTEM) {
                visitors.put(role, hire(role));
            }
        }
    }

    private long province(String code, String name, long... offices) {
        return beans.getBean(Transactions.class).write(Actor.SYSTEM, () -> {
            long country = owner.sql("select id from organisation.unit where code = 'VN'")
                    .query(Long.class)
                    .single();
            long id = beans.getBean(RegisterUnits.class).register(code, Unit.Kind.PROVINCE, name, country, ALWAYS);
            for (long office : offices) {
                place(office, id);
            }
            return id;
        });
    }

    private void place(long office, long province) {
        beans.getBean(JdbcClient.class)
                .sql(
                        "insert into organisation.unit_parent (unit_id, parent_id, valid) values (:office, :province, daterange(:from, null))")
                .param("office", office)
                .param("province", province)
                .param("from", ALWAYS)
                .update();
    }

    private Map<Place, Visitor> hire(Role role) {
        Map<Place, Visitor> result = new EnumMap<>(Place.class);
        for (var place : Place.values()) {
            var post = post(role, place);
            if (post != null) {
                var login = "mt." + Site.login(role) + "." + place.name().toLowerCase(Locale.ROOT);
                var through = role == Role.INSPECTOR ? LocalDate.of(2099, 12, 31) : null;
                beans.getBean(Accounts.class)
                        .create(
                                Actor.SYSTEM,
                                new NewAccount(login, "Người Thử", role, post.unit(), post.narrowing(), through),
                                Site.PASSWORD);
                result.put(place, new Visitor(site).as(login));
                scopes.computeIfAbsent(new Seen(place, post, role == Role.ADMINISTRATOR), each -> new ArrayList<>())
                        .add(role);
            }
        }
        return result;
    }

    /** Where the role is held so that the records of the home office lie in that place; none where it cannot be. */
    private @Nullable Post post(Role role, Place place) {
        var narrowing = switch (role) {
            case GROUP_HEAD ->
                Narrowing.ofGroup(
                        switch (place) {
                            case OWN -> home.group.id();
                            case SIBLING -> siblingGroup;
                            default -> stranger.group.id();
                        });
            case ASSOCIATION_STAFF -> Narrowing.ofAssociation(place == Place.SIBLING ? "HND" : "HPN");
            default -> Narrowing.NONE;
        };
        var units = candidates(role, place);
        for (long unit : units) {
            if (mayBeHeldAt(role, unit)) {
                return new Post(unit, narrowing);
            }
        }
        return null;
    }

    private List<Long> candidates(Role role, Place place) {
        boolean atPointOnly = role == Role.GROUP_HEAD || role == Role.COMMUNE_OFFICIAL;
        return switch (place) {
            case OWN -> List.of(home.village.office, home.village.point);
            case CHILD -> List.of(province);
            case SIBLING -> {
                if (role == Role.GROUP_HEAD) {
                    yield List.of(home.village.point);
                }
                yield role == Role.ASSOCIATION_STAFF
                        ? List.of(home.village.office)
                        : atPointOnly ? List.of(emptyPoint) : List.of(sibling.village.office);
            }
            case PARENT -> atPointOnly ? List.of() : List.of(emptyPoint);
            case OTHER -> List.of(stranger.village.office, stranger.village.point, otherProvince);
        };
    }

    private boolean mayBeHeldAt(Role role, long unit) {
        return owner.sql("""
                        select u.kind = any (r.unit_kinds)
                          from identity.role_rule r, organisation.unit u
                         where r.role = :role and u.id = :unit
                        """)
                .param("role", role.name())
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    /** The person of the role for whom the records lie there; none where the role cannot be held. */
    @Nullable
    Visitor visitor(Role role, Place place) {
        var held = visitors.get(role);
        return held == null ? null : held.get(place);
    }

    String voucher() {
        return home.voucher(home.journal("COUNTER"));
    }

    /** The address that the receipt of its first line names. */
    String receipt() {
        var page = Objects.requireNonNull(visitor(Role.LEADER, Place.OWN)).get("/vouchers/" + voucher() + "/1");
        return RECEIPT.matcher(page.body())
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(page.body()))
                .group(1);
    }

    /** What gives the home office's records away. */
    List<String> marks() {
        var marks = new ArrayList<String>(List.of("MTA-1-", "MTA-T1", "TW-MTA", voucher()));
        for (int i = 0; i < 3; i++) {
            marks.add(home.person(i).name());
        }
        return marks;
    }

    /** Each scope once, which is all that the database knows of a reader, with the roles that hold it. */
    Map<Seen, List<Role>> scopes() {
        return scopes;
    }

    record Post(long unit, Narrowing narrowing) {}

    /** A scope; an administrator's is closed to the books. */
    record Seen(Place place, Post post, boolean withoutBooks) {}
}
