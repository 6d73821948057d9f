package org.dongvon.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.dongvon.identity.Accounts;
import org.dongvon.shared.Role;
import org.dongvon.support.Colleagues;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Texts;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;

/** What a household signs: paid out on 15/11/2025 over 36 months, an instalment every 12; today is 15/12/2025. */
@ServerTest
@TestInstance(Lifecycle.PER_CLASS)
class RequestPaperWebTest {

    private final Site site;
    private final ApplicationContext beans;
    private final OwnerDb owner;
    private Visitor officer;
    private String loan = "";

    RequestPaperWebTest(Site site, ApplicationContext beans, OwnerDb owner) {
        this.site = site;
        this.beans = beans;
        this.owner = owner;
        this.officer = new Visitor(site);
    }

    @BeforeAll
    void aCreditOfficer() {
        var home = new LoanVillage(beans, "ASKP");
        var colleagues = new Colleagues(site, beans.getBean(Accounts.class), owner);
        colleagues.join("askp.credit", Role.CREDIT_OFFICER, home.village.office);
        officer = colleagues.arrive("askp.credit");
        loan = "/loans/" + home.loan(0);
    }

    @Test
    void anInstalmentIsAskedToMoveInTheWordsOfItsDay() {
        var printed = officer.getBytes(loan + "/instalments/1/paper?asked=20/06/2027");

        assertThat(printed.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(Texts.of(printed))
                .contains("Mẫu số 08/TD", "Nguyễn Thị 0", "ASKP-1-0", "Tổ trưởng", "15 tháng 11 năm 2026")
                .contains("20 tháng 6 năm 2027", "Hạn trả nợ cuối cùng của khoản vay không thay đổi", "Lý do: …")
                .doesNotContain("597/NHCS-TDNN");
        assertThat(officer.get(loan + "/instalments/1/change").body())
                .contains("In 08/TD", loan + "/instalments/1/paper");
    }

    @Test
    void aLoanIsAskedToBeExtendedWithItsPrincipalAndItsInterest() {
        var text = Texts.of(officer.getBytes(loan + "/extension/paper?asked=15/05/2029"));

        assertThat(text)
                .contains("Mẫu số 09/TD", "ASKP-1-0", "thời gian gia hạn 6 tháng", "15 tháng 5 năm 2029", "634.389");
        assertThat(officer.get(loan + "/extension").body()).contains("In 09/TD", "15/05/2030");
    }

    @Test
    void whatCouldNotBeGrantedIsNotPrinted() {
        assertThat(officer.get(loan + "/instalments/1/paper?asked=15/11/2027").statusCode())
                .isEqualTo(200);
        assertThat(officer.get(loan + "/instalments/1/paper?asked=16/11/2027").statusCode())
                .isEqualTo(409);
        assertThat(officer.get(loan + "/extension/paper?asked=15/05/2030").statusCode())
                .isEqualTo(200);
        assertThat(officer.get(loan + "/extension/paper?asked=16/05/2030").statusCode())
                .isEqualTo(409);
        assertThat(officer.get(loan + "/extension/paper?asked=31/02/2030").statusCode())
                .isEqualTo(422);
    }
}
