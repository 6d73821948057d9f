package org.dongvon.support;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.DemoLogins;
import org.dongvon.identity.NewAccount;
import org.dongvon.identity.SignInSettings;
import org.dongvon.identity.access.PageAccess;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** The server of the tests: its address, one office with a session point and a direct point, one person a role. */
@Component
public class Site implements ApplicationListener<ServletWebServerInitializedEvent> {

    /** The open day of the office: a Saturday. */
    public static final LocalDate TODAY = LocalDate.of(2024, 5, 18);

    public static final String PASSWORD = DemoLogins.PASSWORD;

    /** As often as anybody may ask within a minute. */
    public static final int UNLIMITED = 1_000_000;

    /** As many wrong log-ins as all tests of one server may make from their one address. */
    public static final int MANY_FAILURES = 10_000;

    private static final LocalDate ALWAYS = LocalDate.of(2003, 1, 1);

    private final RegisterUnits units;
    private final BusinessDays days;
    private final Accounts accounts;
    private final Transactions transactions;
    private final SignInSettings settings;
    private int port;
    private long office;
    private long province;

    Site(
            RegisterUnits units,
            BusinessDays days,
            Accounts accounts,
            Transactions transactions,
            SignInSettings settings) {
        this.settings = settings;
        this.units = units;
        this.days = days;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public void onApplicationEvent(ServletWebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
        transactions.write(Actor.SYSTEM, () -> {
            // One address and a handful of people ask for everything that all tests look at.
            for (var limit : WebLimit.values()) {
                if (limit.takes(UNLIMITED)) {
                    settings.set(Actor.SYSTEM, limit.name(), UNLIMITED);
                }
            }
            // Colleagues of tests come with a password alone unless they direct or administer, and with codes of three
            // steps, which
            // need no waiting.
            Stream.of(Role.values())
                    .filter(role -> role != Role.SYSTEM && role != Role.DIRECTOR && role != Role.ADMINISTRATOR)
                    .forEach(role -> settings.set(Actor.SYSTEM, "SECOND_FACTOR." + role, 0));
            settings.set(Actor.SYSTEM, "CODE_STEPS", 1);
            settings.set(Actor.SYSTEM, "ADDRESS_FAILURES", MANY_FAILURES);
            furnish();
            return 0;
        });
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long office() {
        return office;
    }

    public long province() {
        return province;
    }

    /** The login of the office's person in a role; the auditor belongs to the province. */
    public static String login(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of somebody whose login ends in it, such as {@code sqli.group-head}. */
    public static Role role(String login) {
        return Role.valueOf(
                login.replaceFirst(".*[.]", "").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the table of roles opens an address to a role; what no line names is left to the server. */
    public static boolean opens(String address, Role role) {
        return PageAccess.of(address.replaceFirst("[?#].*", ""))
                .map(page -> page.mayRead(role))
                .orElse(true);
    }

    private void furnish() {
        var country = units.register("VN", Unit.Kind.COUNTRY, "Việt Nam", null, ALWAYS);
        province = units.register("HAIPHONG", Unit.Kind.PROVINCE, "Hải Phòng", country, ALWAYS);
        office = units.register("LECHAN", Unit.Kind.OFFICE, "PGD Lê Chân", province, ALWAYS);
        var direct = units.register("LECHAN-00", Unit.Kind.POINT, "PGD Lê Chân", office, ALWAYS);
        units.placePoint(direct, new PointPlace(office, null, null, "Trụ sở phòng giao dịch"));
        var point = units.register("LECHAN-01", Unit.Kind.POINT, "Phường Vĩnh Niệm", office, ALWAYS);
        units.placePoint(point, new PointPlace(office, null, 18, "Trụ sở UBND phường"));
        days.openFirst(office, TODAY);
        person(Role.LEADER, "Trần Đình Khải", office);
        person(Role.TELLER, "Lê Thu Hà", office);
        person(Role.CONTROLLER, "Đỗ Thị Sen", office);
        person(Role.DIRECTOR, "Phạm Quốc Ân", office);
        person(Role.AUDITOR, "H'Bia Niê K'Đăm", province);
        othersAt(point);
    }

    /** The group of the group's head is one that nobody has formed: its page shows none. */
    private void othersAt(long point) {
        person(Role.CREDIT_OFFICER, "Nguyễn Thu Trang", office);
        person(Role.ACCOUNTANT, "Hoàng Thị Yến", office);
        person(Role.FUND_OFFICER, "Đặng Quốc Bảo", office);
        person(Role.MANAGER, "Ngô Đức Thịnh", province);
        person(Role.COMMUNE_OFFICIAL, "Phạm Văn Tiến", point);
        person(Role.ADMINISTRATOR, "Trịnh Hồng Quân", office);
        person(Role.LOG_AUDITOR, "Tạ Minh Châu", province);
        narrow(Role.GROUP_HEAD, "Bùi Thị Hạnh", point, Narrowing.ofGroup(7), null);
        narrow(Role.ASSOCIATION_STAFF, "Lương Thị Mai", office, Narrowing.ofAssociation("HPN"), null);
        narrow(Role.INSPECTOR, "Bùi Xuân Trường", office, Narrowing.NONE, LocalDate.of(2099, 12, 31));
    }

    private void narrow(Role role, String name, long unit, Narrowing narrowing, @Nullable LocalDate through) {
        accounts.create(Actor.SYSTEM, new NewAccount(login(role), name, role, unit, narrowing, through), PASSWORD);
    }

    private void person(Role role, String name, long unit) {
        accounts.create(Actor.SYSTEM, new NewAccount(login(role), name, role, unit), PASSWORD);
    }
}
