/** What is written into the log, and what is not. */
package org.hutong.app.log;
