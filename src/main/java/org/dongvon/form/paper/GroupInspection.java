package org.dongvon.form.paper;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 16/TD, biên bản kiểm tra hoạt động Tổ TK&amp;VV: four figures by the books and as found, a checklist of the group's papers and one of its
 * borrowers, and what is good, wanting and recommended. Printed with the figures of the books, to be filled in by hand on the spot.
 */
public record GroupInspection(Letterhead letterhead, GroupLine group, Figures figures) implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.GROUP_INSPECTION;
    }

    @Override
    public String subject() {
        return group.code();
    }

    /** What is looked at in the group (handbook 8.3). */
    public List<String> ofGroup() {
        return List.of(
                "Quy ước hoạt động của Tổ; danh sách tổ viên",
                "Thành phần Ban quản lý Tổ",
                "Sinh hoạt Tổ định kỳ, sổ họp, biên bản họp Tổ",
                "Bình xét cho vay công khai, dân chủ, đúng đối tượng",
                "Biên lai thu lãi, thu tiền gửi: giao cho tổ viên, lưu giữ",
                "Bảng kê 13/TD khớp với Sổ vay vốn của tổ viên",
                "Tiền gửi của tổ viên thu, nộp đúng, đủ",
                "Lưu giữ hồ sơ, công khai dư nợ, lãi suất",
                "Ban quản lý Tổ được tập huấn");
    }

    /** What is looked at in the homes of borrowers. */
    public List<String> ofBorrowers() {
        return List.of(
                "Người vay có thật, đúng đối tượng, trực tiếp nhận tiền",
                "Sử dụng vốn vay đúng mục đích, có hiệu quả",
                "Dư nợ, lãi tồn người vay xác nhận khớp với sổ sách",
                "Số dư tiền gửi người vay xác nhận khớp với sổ sách",
                "Người vay giữ Sổ vay vốn, biên lai",
                "Không có vay ké, không bị chiếm dụng, thu không nộp");
    }

    /** What the books say: members, borrowers, what they owe, of it overdue, and what they saved. */
    public record Figures(int members, int borrowers, Dong outstanding, Dong overdue, Dong deposits) {}
}
