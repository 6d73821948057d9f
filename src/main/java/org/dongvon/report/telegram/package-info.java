/** The daily telegram (điện báo): a day's figures of a unit and of those below it. Start with {@code TelegramReport}. */
@NullMarked
package org.dongvon.report.telegram;

import org.jspecify.annotations.NullMarked;
