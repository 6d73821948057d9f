package org.dongvon.shared.text;

import java.time.DayOfWeek;
import java.time.Month;

/** Names of weekdays and months, written out here so that no JDK release changes them. */
final class Calendars {

    private Calendars() {}

    static String weekday(Language language, DayOfWeek day) {
        return language == Language.VI ? vietnamese(day) : english(day);
    }

    private static String vietnamese(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "Thứ Hai";
            case TUESDAY -> "Thứ Ba";
            case WEDNESDAY -> "Thứ Tư";
            case THURSDAY -> "Thứ Năm";
            case FRIDAY -> "Thứ Sáu";
            case SATURDAY -> "Thứ Bảy";
            case SUNDAY -> "Chủ Nhật";
        };
    }

    private static String english(DayOfWeek day) {
        return capitalised(day.name());
    }

    static String englishMonth(Month month) {
        return capitalised(month.name());
    }

    private static String capitalised(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
