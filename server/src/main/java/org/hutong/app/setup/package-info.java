/** The first start of a site of one's own: its regions and its first administrator. */
package org.hutong.app.setup;
