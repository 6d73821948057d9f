/** What is acknowledged stays, and stays once: servers and programs are killed in the middle of posting. */
@NullMarked
package org.dongvon.crash;

import org.jspecify.annotations.NullMarked;
