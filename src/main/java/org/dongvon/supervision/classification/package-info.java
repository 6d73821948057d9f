/**
 * The yearly classification of overdue and frozen debts by ability to repay and cause (phân loại nợ): taken as a set, classified with
 * evidence, signed by group, commune and bank, followed. docs/domain/debt-classification.md. Start with {@link
 * org.dongvon.supervision.classification.Debts}.
 */
@NullMarked
package org.dongvon.supervision.classification;

import org.jspecify.annotations.NullMarked;
