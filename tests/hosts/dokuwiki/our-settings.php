<?php
// Read before DokuWiki by PHP itself: its settings lie in our folder, not in the system's.
define('DOKU_CONF', getenv('OFFRAMP_CONF') . '/');
