package org.dongvon.form.paper;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 01/TGTV, giấy đăng ký tài khoản tiền gửi tổ viên: who the member is, which services are asked for, and the consent that interest and
 * principal are taken from the account.
 *
 * @param monthly what the group agreed to save each month; nothing is printed for none
 */
public record AccountRegistration(Letterhead letterhead, String office, Applicant member, GroupLine group, Dong monthly)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.ACCOUNT_REGISTRATION;
    }

    @Override
    public String subject() {
        return member.name();
    }

    /** The services that may be ticked. */
    public List<String> services() {
        return List.of(
                "Tự động trích tiền gửi để trả lãi hằng tháng",
                "Tự động trích tiền gửi để trả nợ gốc khi đến hạn",
                "Nhận tin nhắn biến động số dư, thông báo nợ đến hạn",
                "Tra cứu dư nợ, tiền gửi trên điện thoại");
    }
}
