package org.dongvon.household.seen;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** Whatever goes right or wrong, the log of the program holds no name and no number of a person. */
@ServerTest
class LogsWebTest {

    private static final String TYPED = "000184000321";

    private final Site site;
    private final OwnerDb owner;
    private final PeopleVillage home;

    LogsWebTest(Site site, OwnerDb owner, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.home = PeopleVillage.of(beans, "LOGS");
    }

    @Test
    void holdNoPersonalDataOfAScriptedDayWithErrorsInIt() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var written = new ListAppender<ILoggingEvent>();
        var level = root.getLevel();
        written.start();
        root.addAppender(written);
        root.setLevel(Level.INFO);
        try {
            aDay();
        } finally {
            root.setLevel(level);
            root.detachAppender(written);
        }
        var log = written.list.stream().map(LogsWebTest::text).collect(Collectors.joining("\n"));

        assertThat(log).contains("person_name_short_today", "seen_refuses_today");
        for (int i = 0; i < 3; i++) {
            assertThat(log).doesNotContain(home.person(i).name(), home.person(i).identity(), "Thị Mơ Mới");
        }
        assertThat(log).doesNotContain(TYPED, "0001 8400 0321", "q=", "đơn của người tên");
    }

    private void aDay() {
        var person = home.person(0);
        var page = "/people/" + person.id();
        new Visitor(site).post("/login", Map.of("user", "logs.leader", "password", "wrong wrong wrong"));
        var leader = new Visitor(site).as("logs.leader");
        leader.get("/loans?q=LOGS+Thi+Mo");
        leader.get("/loans?q=" + TYPED);
        leader.post("/search", Map.of("q", TYPED));
        leader.get("/people/%00" + TYPED);
        leader.get(page + "/identity");
        leader.post(page + "/identity", Map.of("purpose", "IDENTIFY", "note", TYPED));
        leader.post(page + "/identity", Map.of("purpose", "IDENTIFY", "note", "thẻ trên bàn"));
        correctionThatBreaks(leader, page);
        pageThatCannotBeLogged(leader);
    }

    /** The row that fails holds the new name; the server would print it. */
    private void correctionThatBreaks(Visitor leader, String page) {
        owner.sql(
                        "alter table household.person add constraint person_name_short_today check (full_name not like '%Mới') not valid")
                .update();
        try {
            var form = org.dongvon.support.Fields.of(
                    leader.get(page + "/correction").body());
            form.putAll(
                    Map.of("name", "LOGS Thị Mơ Mới", "sex", "F", "reason", "đơn của người tên", "identity", TYPED));
            var asked = leader.post(page + "/correction", form);
            var request = asked.headers().firstValue("Location").orElseThrow().replaceAll(".*(/approvals)", "$1");
            var director = new Visitor(site).as("logs.director");
            director.get(request);
            var answer = director.post(
                    request + "/approval", Map.of("key", UUID.randomUUID().toString()));
            assertThat(answer.statusCode()).isEqualTo(500);
        } finally {
            owner.sql("alter table household.person drop constraint person_name_short_today")
                    .update();
        }
    }

    private void pageThatCannotBeLogged(Visitor leader) {
        owner.sql(
                        "alter table household.seen add constraint seen_refuses_today check (page <> '/groups/{code}') not valid")
                .update();
        try {
            for (var path : List.of("/groups/" + home.groupCode())) {
                assertThat(leader.get(path).statusCode()).isEqualTo(500);
            }
        } finally {
            owner.sql("alter table household.seen drop constraint seen_refuses_today")
                    .update();
        }
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }
}
