/**
 * What every page stands on: the reader's language, static files, error pages, forms. Only the server with pages loads
 * it. Templates begin with {@code layout.html}; see {@code docs/how-to/add-a-page.md}.
 */
@NullMarked
package org.dongvon.shared.web;

import org.jspecify.annotations.NullMarked;
