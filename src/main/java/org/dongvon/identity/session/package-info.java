/**
 * Who is at the pages: rows in the database that each request is checked against, so that rights and locks count at
 * once and a server that starts anew forgets nobody.
 */
@NullMarked
package org.dongvon.identity.session;

import org.jspecify.annotations.NullMarked;
