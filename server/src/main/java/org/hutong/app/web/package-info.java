/** Pages of the HTTP API that bring several modules together. */
package org.hutong.app.web;
