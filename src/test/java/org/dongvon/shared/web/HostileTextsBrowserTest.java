package org.dongvon.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.Fields;
import org.dongvon.support.OpenAddresses;
import org.dongvon.support.OwnBrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.RecordAddresses;
import org.dongvon.support.RecordAddresses.Asked;
import org.dongvon.support.Site;
import org.dongvon.support.SuperuserDb;
import org.dongvon.support.Village;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever text is stored anywhere, the pages show it as it was written, and a browser runs none of it. */
@OwnBrowserTest
class HostileTextsBrowserTest {

    /** What runs says so; whatever of a text became more than text is found; then all that can be read on the page. */
    private static final String WATCH = """
            window.hits = [];
            window.ran = n => window.hits.push(n);
            window.alert = window.confirm = window.prompt = () => window.hits.push('dialog');
            document.addEventListener('securitypolicyviolation', e => window.hits.push(e.violatedDirective));
            """;

    private static final String LOOK = """
            () => {
              const bad = [...document.querySelectorAll('*')].filter(e =>
                  [...e.attributes].some(a => /^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value) && a.name !== 'value')
                  || /^(iframe|object|embed|base|marquee|math|audio|video|animate|x|template|noscript)$/i.test(e.localName)
                  || e.localName === 'script' && !e.src || e.localName === 'style'
                  || e.localName === 'meta' && /refresh/i.test(e.httpEquiv)
                  || e.localName === 'link' && !e.href.startsWith(location.origin)).map(e => e.outerHTML.slice(0, 200));
              const read = [document.documentElement.textContent];
              for (const e of document.querySelectorAll('*')) {
                for (const a of e.attributes) if (/‹/.test(a.value)) read.push(a.value);
                if ('value' in e && typeof e.value === 'string') read.push(e.value);
              }
              return {bad: bad.concat(window.hits.map(String)), read};
            }
            """;

    /** Pages of accounts and seals, and what comes by the address alone. */
    private static final List<String> OF_OTHERS = List.of(
            "/administration/accounts",
            "/administration/accounts/teller",
            "/administration/accounts/teller/roles/new",
            "/administration/accounts/teller/closing",
            "/administration/sign-ins",
            "/administration/events",
            "/administration/settings",
            "/administration/new-account",
            "/roots",
            "/roots/XSS",
            "/nothing?q=%3Cscript%3Eran(1)%3C/script%3E",
            "/loans?q=%3Cscript%3Eran(1)%3C/script%3E&unit=%22%3E%3Cscript%3Eran(1)%3C/script%3E");

    /** What a browser saves and does not show. */
    private static final String FILES =
            ".*/(forms|papers|paper|form|loan-book|receipts)\\b.*|/term-deposits/.*/book|.*\\.(csv|xlsx|pdf)";

    private static final List<String> LOGINS = List.of(
            "xss.leader",
            "xss.director",
            "xss.credit-officer",
            "auditor",
            "accountant",
            "administrator",
            "log-auditor");

    /** Words of people that pages show, one of each kind of record at least. */
    private static final String[] WORDS = {
        "session.reversal.reason",
        "session.cash_difference.reason",
        "loan.application.purpose",
        "loan.risk_dossier.plan",
        "loan.risk_dossier.income",
        "loan.risk_evidence.issuer",
        "loan.risk_minutes.finding",
        "loan.risk_event.reason",
        "fee.rate.note",
        "capital.contract_term.owner",
        "group.meeting.agreed",
        "supervision.use_check.use",
        "supervision.use_follow_up.note",
        "session.line_remark.note",
        "ledger.seal_renewal.reason"
    };

    /** What is no page, or none for people who are logged in. */
    private static final String NO_PAGES = "/login.*|/error|/test/.*|.*/example|/amount-in-words|.*/export|.*\\.txt";

    private final ApplicationContext beans;
    private final Site site;
    private final OwnerDb owner;
    private final SuperuserDb superuser;
    private final HostileTexts hostile = new HostileTexts();
    private final RequestMappingHandlerMapping mappings;
    private final PeopleVillage home;
    private final Village.GroupOfLoans sixty;

    HostileTextsBrowserTest(
            ApplicationContext beans,
            Site site,
            OwnerDb owner,
            SuperuserDb superuser,
            RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
        this.beans = beans;
        this.site = site;
        this.owner = owner;
        this.superuser = superuser;
        this.home = PeopleVillage.of(beans, "XSS");
        this.sixty = home.village.group(2, 60, "HONGHEO", 1_000_000, Village.FIRST_DAY);
        home.village.payOut(home.session, sixty);
    }

    @Test
    void areShownAsWrittenAndNeverRun(Browser browser) {
        bring();
        var records = records();
        OneRecordEach.insert(superuser, home);
        var without = new TreeSet<String>();
        var written = hostile.writeInto(superuser, without);
        assertThat(hostile.size()).isEqualTo(60);
        assertThat(written).as("columns; without a row: " + without).hasSizeGreaterThan(100);
        assertThat(written).containsKeys(WORDS);

        browser.expectingRefusal();
        browser.page().addInitScript(WATCH);
        var bad = new TreeMap<String, Object>();
        var pagesOf = new TreeMap<String, Integer>();
        var all = new HashSet<Integer>();
        int shown = 0;
        for (var login : LOGINS) {
            browser.page().context().clearCookies();
            browser.as(login);
            for (var address : addresses(records)) {
                if (pagesOf.getOrDefault(address, 0) > 0 || !Site.opens(address, Site.role(login))) {
                    continue;
                }
                int status = browser.open(address);
                assertThat(status).as(address).isNotEqualTo(500);
                var seen = look(browser.page(), address, bad);
                if (status == 200) {
                    pagesOf.put(address, seen.size());
                    all.addAll(seen);
                    shown++;
                }
            }
        }

        assertThat(bad).isEmpty();
        assertThat(shown).isGreaterThan(125);
        assertThat(all).hasSize(60);
        assertThat(pagesOfRecords())
                .allSatisfy(
                        address -> assertThat(pagesOf.get(address)).as(address).isEqualTo(60));
        assertThat(pagesOf.values().stream().filter(found -> found > 0)).hasSizeGreaterThan(120);
    }

    /** Each shows all sixty at once. */
    private List<String> pagesOfRecords() {
        return List.of(
                "/groups/XSS-T2",
                "/sessions/" + home.session + "/sheets/" + sixty.id(),
                "/loans/" + home.loan(1),
                "/people/" + home.person(1).id(),
                "/documents/CT-40-2014",
                "/programmes/HONGHEO",
                "/units",
                "/capital",
                "/capital/TW-XSS",
                "/risk/" + home.dossier(),
                "/groups/XSS-T1/use-checks/" + home.useSheet(),
                "/fees?office=XSS",
                "/work-lists",
                "/roots");
    }

    private Set<Integer> look(Page page, String address, Map<String, Object> bad) {
        @SuppressWarnings("unchecked")
        var found = (Map<String, List<String>>) page.evaluate(LOOK);
        var seen = new HashSet<Integer>();
        var wrong = new ArrayList<>(found.getOrDefault("bad", List.of()));
        for (var text : found.getOrDefault("read", List.of())) {
            wrong.addAll(hostile.spoilt(text, seen));
        }
        if (!wrong.isEmpty()) {
            bad.put(address, wrong);
        }
        return seen;
    }

    /** What has no row yet comes by the pages: requests for changes, tokens, files, restrictions, reversals. */
    private void bring() {
        var officer = new NewAccount("xss.credit-officer", "Cán bộ", Role.CREDIT_OFFICER, home.village.office);
        beans.getBean(Accounts.class).create(Actor.SYSTEM, officer, Site.PASSWORD);
        var text = hostile.numbered(11);
        var leader = new Visitor(site).as("xss.leader");
        send(leader, "/units/XSS-01/name", "/units/XSS-01/name", Map.of("name", text, "reason", text));
        send(
                leader,
                "/account/tokens",
                "/account/tokens",
                Map.of("name", text, "access", "read", "days", "5", "password", Site.PASSWORD));
        var director = new Visitor(site).as("xss.director");
        send(
                director,
                "/people/" + home.person(2).id(),
                "/people/" + home.person(2).id() + "/restriction",
                Map.of("reason", text));
        var voucher = "/vouchers/" + home.voucher(home.journal("COUNTER"));
        send(new Visitor(site).as("xss.teller"), voucher, voucher + "/reversal", Map.of("line-1", "1", "reason", text));
        owner.sql("insert into session.cash_difference (session_id, point_id, attempt, expected, counted, reason) "
                        + "values (:session, :point, 1, 1000, 0, :reason)")
                .param("session", home.session)
                .param("point", home.village.point)
                .param("reason", text)
                .update();
        var controller = new Visitor(site).as("xss.controller");
        send(controller, "/vault", "/vault", Map.of("reason", text));
        owner.sql("insert into report.figure_upload (key, point_id, actor_id, file_name, content) "
                        + "values ('00000000-0000-7000-8000-000000000001', :point, :actor, 'a.csv', :content)")
                .param("point", home.village.direct)
                .param("actor", home.village.director.id())
                .param("content", ("unit,day\n" + text + "," + text + "\n").getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private static void send(Visitor visitor, String page, String to, Map<String, String> typed) {
        var fields = Fields.of(visitor.get(page).body());
        fields.putAll(typed);
        visitor.post(to, fields);
    }

    private List<String> addresses(List<String> records) {
        var all = new ArrayList<>(records);
        var disbursed = home.journal("DISBURSEMENT");
        var counter = home.voucher(home.journal("COUNTER"));
        var session = "/sessions/" + home.session;
        for (var language : List.of("vi", "en")) {
            List.of(
                            "/programmes",
                            "/programmes/HONGHEO",
                            "/rules",
                            "/documents",
                            "/documents/CT-40-2014",
                            "/reports/figures-check")
                    .forEach(path -> all.add(language.equals("vi") ? path : path + "?lang=en"));
        }
        all.addAll(List.of(
                "/?lang=vi", "/sessions", "/sessions/new", session, session + "/cash", session + "/counter?q=XSS"));
        all.addAll(List.of(session + "/sheets/" + sixty.id(), session + "/sheets/" + home.group.id()));
        all.add(session + "/counter/" + home.group.loans().get(1));
        all.addAll(
                List.of("/vouchers/" + counter, "/vouchers/" + counter + "/1", "/vouchers/" + home.voucher(disbursed)));
        all.add("/vouchers/" + home.voucher(home.journal("REVERSAL")));
        all.addAll(List.of("/documents/CT-40-2014/uses", "/loans", "/loans?group=XSS-T2", "/loans/" + home.loan(1)));
        all.add("/loans/" + home.loan(1) + "/interest/" + line());
        var person = "/people/" + home.person(1).id();
        all.addAll(List.of(person, "/people/" + home.person(2).id(), person + "/identity", person + "/correction"));
        all.addAll(List.of(
                "/audit",
                "/audit/submissions",
                "/audit/seen",
                "/approvals",
                "/approvals/limits",
                "/approvals/" + change()));
        all.addAll(List.of("/groups", "/groups/XSS-T1", "/groups/XSS-T2", "/journals", "/journals/" + disbursed));
        all.addAll(List.of(
                "/closing", "/vault", "/reports", "/reports/directive40", "/reports/capital", "/units", "/capital"));
        all.addAll(List.of("/units/XSS-01/name", "/units/XSS-01/session-day", "/documents/new"));
        all.addAll(List.of(
                "/reports/figures-check/files", "/reports/figures-check/files/00000000-0000-7000-8000-000000000001"));
        all.addAll(List.of(
                "/account", "/account/password", "/account/second-factor", "/account/sign-ins", "/account/tokens"));
        all.addAll(
                List.of("/households", "/households/" + household(), "/cards", "/classes", "/applications", "/forms"));
        all.addAll(OF_OTHERS);
        all.addAll(lists());
        return all.stream().distinct().toList();
    }

    /** The page of every record that the table of routes has. */
    private List<String> records() {
        var read = mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toSet());
        return new RecordAddresses(home, owner)
                .all().stream()
                        .filter(asked ->
                                read.contains(asked.route()) && !asked.route().matches(FILES))
                        .map(Asked::there)
                        .distinct()
                        .toList();
    }

    /** Every page without a variable, and those of no office. */
    private List<String> lists() {
        var pages = mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(route -> !route.contains("{") && !route.matches(FILES) && !route.matches(NO_PAGES));
        var open = OpenAddresses.of(home, "/r/none").stream()
                .map(OpenAddresses.Open::address)
                .filter(address -> !address.matches(NO_PAGES)
                        && !address.replaceFirst("\\?.*", "").matches(FILES));
        return Stream.concat(pages, open).toList();
    }

    private String household() {
        return owner.sql("select h.code from household.household h join \"group\".member m on m.household_id = h.id"
                        + " where m.person_id = :person limit 1")
                .param("person", home.person(1).id())
                .query(String.class)
                .single();
    }

    private long change() {
        return owner.sql("select coalesce(max(id), 1) from shared.change_request")
                .query(Long.class)
                .single();
    }

    private String line() {
        return owner.sql("select line_id from loan.movement where loan_id = :loan and kind = 'REPAYMENT' limit 1")
                .param("loan", home.group.loans().get(1))
                .query(String.class)
                .single();
    }
}
