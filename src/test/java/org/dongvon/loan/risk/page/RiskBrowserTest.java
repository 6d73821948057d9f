package org.dongvon.loan.risk.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.support.Browser;
import org.dongvon.support.BrowserTest;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

/** The pages of debts at risk as people see them. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class RiskBrowserTest {

    private final ApplicationContext beans;
    private final OwnerDb owner;

    private PeopleVillage home;

    RiskBrowserTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @BeforeAll
    void people() {
        home = PeopleVillage.of(beans, "RUIXEM");
        hire("tindung", Role.CREDIT_OFFICER);
        hire("ketoan", Role.ACCOUNTANT);
        home.dossier();
        owner.sql("""
                        insert into loan.risk_dossier (code, point_id, loan_id, cause, damage, project_value, income, measure,
                                                       months, plan, principal, interest, written_on, submission)
                        select l.code || '-XL', l.point_id, l.id, 'ILLNESS', 24000000, 60000000, 'Làm thuê theo ngày', 'FREEZE', 36,
                               'Nuôi lại đàn bò, bán bê trả dần', 10000000, 47184, '2024-04-18',
                               (select s.key from shared.submission s where s.point_id = l.point_id limit 1)
                          from loan.loan l
                         where l.code = :loan
                        """).param("loan", home.loan(2)).update();
    }

    private void hire(String name, Role role) {
        beans.getBean(Accounts.class)
                .create(
                        Actor.SYSTEM,
                        new NewAccount(
                                "ruixem." + name, "Nguyễn Thu Trang", role, home.village.office, Narrowing.NONE, null),
                        Site.PASSWORD);
    }

    @Test
    void looksRightInBothLanguages(Browser officer, Browser accountant) {
        officer.as("ruixem.tindung");
        accountant.as("ruixem.ketoan");
        for (var language : new String[] {"vi", "en"}) {
            look(officer, "/risk?step=DRAFT", "risk-list", language);
            look(officer, "/risk/new?loan=" + home.loan(0), "risk-new", language);
            look(officer, "/risk/" + home.loan(2) + "-XL", "risk-dossier", language);
            look(officer, "/loans/" + home.loan(0), "risk-loan", language);
            look(accountant, "/risk-rounds", "risk-rounds", language);
            look(accountant, "/risk-rounds/2024-1", "risk-round", language);
            look(accountant, home.riskList(), "risk-decision", language);
            look(accountant, "/loans/" + home.loan(0) + "/recovery", "risk-recovery", language);
        }
    }

    private static void look(Browser browser, String path, String name, String language) {
        var address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        assertThat(browser.open(address)).isEqualTo(200);
        browser.look(name + "-" + language);
    }
}
