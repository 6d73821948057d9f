package org.dongvon.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.document.Document;
import org.dongvon.document.DocumentDays;
import org.dongvon.document.DocumentKind;
import org.dongvon.document.Issuer;
import org.dongvon.document.Mark;
import org.dongvon.shared.text.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitedDocumentsTest {

    private final CitedDocuments documents = new CitedDocuments(List.of(
            document("CT-40-2014", "40-CT/TW", LocalDate.of(2014, 11, 22)),
            document("QD-401-2016", "401/QĐ-TTg", LocalDate.of(2016, 3, 14)),
            document("QD-15-2013", "15/2013/QĐ-TTg", null)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Chỉ thị 40-CT/TW ngày 22/11/2014                             | true
                    Chỉ thị số 40-CT/TW của Ban Bí thư, ngày 22 tháng 11 năm 2014 | true
                    Chỉ thị 40-CT/TW ngày 22/11/2024                             | false
                    Chỉ thị 40–ct/tw, 22.11.2024                                 | false
                    40-CT/TW (22/11/2024)                                        | false
                    40-CT/TW ký ngày 2024-11-22                                  | false
                    CT-40-2014 22/11/2024                                        | false
                    Chỉ thị số 40/CT-TW ngày 22/11/2024                          | false
                    Chỉ thị 40 CT/TW ngày 22/11/2014                             | true
                    Chỉ thị 40-CT/TW về tăng cường sự lãnh đạo của Đảng ngày 22/11/2024 | false
                    Sơ kết đến 17/05/2024 Chỉ thị 40-CT/TW ngày 22-11-2024       | false
                    Bài về Lê Chân, 17/05/2024, dẫn Chỉ thị 40-CT/TW ngày 22/11/2024 | false
                    Chỉ thị số 40-CT/TW của Ban Bí thư Trung ương Đảng (khóa XI) ngày 22/11/2024 | false
                    Chỉ thị số 40-CT/TW của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với tín dụng chính sách xã hội ngày 22/11/2024 | false
                    Chỉ thị số 40-CT/TW, ngày 22-11-2014                         | true
                    Chỉ thị 40 ngày 22/11/2024                                   | false
                    CHỈ THỊ SỐ 40 CỦA BAN BÍ THƯ NGÀY 22/11/2014                 | true
                    Quyết định 401/QĐ-TTg ngày 14/3/2016                         | true
                    Quyết định 401/QĐ-TTg ngày 15/3/2016                         | false
                    """)
    void areHeldAgainstTheRegister(String text, boolean holds) {
        assertThat(documents.in(text)).hasSize(1).allMatch(citation -> citation.holds() == holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bài báo ngày 17/05/2024 về Chỉ thị 40-CT/TW",
                "Chỉ thị 40-CT/TW. Bài ngày 17/05/2024",
                "Chỉ thị 40-CT/TW, báo Hải Phòng ngày 17/05/2024",
                "Chỉ thị 40-CT/TW và Kết luận 06 ngày 10/6/2021",
                "Sơ kết Chỉ thị 40-CT/TW đến ngày 31/12/2024",
                "Thực hiện Chỉ thị 40-CT/TW tính đến 30/06/2023",
                "Thực hiện Chỉ thị 40-CT/TW tại Hà Tĩnh ngày 30/06/2023",
                "Ten years of Directive 40-CT/TW as of 31/12/2024",
                "Chỉ thị 140-CT/TW ngày 22/11/2024",
                "Chỉ thị 40-CT/TWX ngày 22/11/2024",
                "Chỉ thị 40/CT-UBND ngày 22/11/2024",
                "Chỉ thị 400 ngày 22/11/2024",
                "Chỉ thị 40-CT/TW ngày 31/02/2024",
                "Quyết định 15/2013/QĐ-TTg ngày 01/01/2013",
                "báo chí 7/2024"
            })
    void areOnlyThoseWithADayOfTheirOwn(String text) {
        assertThat(documents.in(text)).isEmpty();
    }

    private static Document document(String code, String number, @org.jspecify.annotations.Nullable LocalDate issued) {
        return new Document(
                1,
                code,
                number,
                new Document.Origin(Issuer.PRIME_MINISTER, ""),
                DocumentKind.DECISION,
                new Label("a", "a"),
                new DocumentDays(issued, null, null),
                new Document.Evidence(Mark.FOUND, ""));
    }
}
