"""Line icons of our own, drawn on a square of 24 with a line of 1.7."""

ICONS = {
    "alert": '<path d="M12 4l9 16H3z"/><path d="M12 10v4m0 3h.01"/>',
    "arrow": '<path d="M5 12h14m-6-6l6 6-6 6"/>',
    "back": '<path d="M19 12H5m6-6l-6 6 6 6"/>',
    "bell": '<path d="M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4"/>',
    "book": '<path d="M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3z"/><path d="M5 17a3 3 0 0 1 3-3h11"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10h16M8 3v4m8-4v4"/>',
    "chart": '<path d="M4 20V4M4 20h16M8 16v-4m4 4V8m4 8v-6"/>',
    "check": '<path d="M4 12l5 5L20 6"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>',
    "close": '<path d="M6 6l12 12M18 6L6 18"/>',
    "closing": '<path d="M4 8h16v12H4zM3 4h18v4H3zM9.5 12h5"/>',
    "document": '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6m-6 4h6"/>',
    "door": '<path d="M14 4h5v16h-5M4 12h11m-4-4l4 4-4 4"/>',
    "download": '<path d="M12 4v12m0 0l-5-5m5 5l5-5M5 20h14"/>',
    "eye": '<path d="M2 12s3.6-6.5 10-6.500S22 12 22 12s-3.6 6.5-10 6.500S2 12 2 12z"/><circle cx="12" cy="12" r="3"/>',
    "flag": '<path d="M6 21V4h12l-3 4.500L18 13H6"/>',
    "folder": '<path d="M3 7h6l2 2h10v10H3z"/>',
    "house": '<path d="M4 20V9l8-5 8 5v11M9 20v-6h6v6"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5m0-8.500h.01"/>',
    "key": '<circle cx="8" cy="15" r="4"/><path d="M11 12l8-8m-3 3l3 3m-5-1l2 2"/>',
    "lock": '<path d="M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3"/>',
    "message": '<path d="M4 5h16v11H10l-5 4v-4H4z"/>',
    "minus": '<path d="M5 12h14"/>',
    "network": '<circle cx="12" cy="12" r="3"/><circle cx="5" cy="5" r="2"/><circle cx="19" cy="6" r="2"/>'
    '<circle cx="6" cy="19" r="2"/><circle cx="19" cy="18" r="2"/>'
    '<path d="M6.5 6.500l3.3 3.300M17.3 7.200l-2.7 2.600M7.3 17.500l2.5-3M17.3 16.900l-2.6-2.5"/>',
    "pencil": '<path d="M4 20l1-4L16 5l3 3L8 19zM14 7l3 3"/>',
    "people": '<circle cx="9" cy="8" r="3.2"/><path d="M3 20c.5-4 2.6-6 6-6s5.5 2 6 6M15.5 5.200a3 3 0 0 1 0 '
    '5.600M17.5 14.400c2 .7 3.1 2.6 3.5 5.6"/>',
    "person": '<circle cx="12" cy="8" r="3.2"/><path d="M5 20c.6-4 3.3-6 7-6s6.4 2 7 6"/>',
    "phone": '<path d="M5 4h4l1.5 5-2.3 1.600a12 12 0 0 0 5.2 5.200L15 13.500l5 1.500v4a2 2 0 0 1-2 2A15 15 '
    '0 0 1 3 6a2 2 0 0 1 2-2z"/>',
    "plan": '<path d="M5 4h14v17H5zM9 4V2.500h6V4M8.5 10l1.3 1.300L12 9m2 1.500h2.500M8.5 16l1.3 1.300L12 '
    '15m2 1.500h2.5"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"/>',
    "question": '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.8.4-1 .9-1 '
    '1.700M12 17h.01"/>',
    "scale": '<path d="M12 4v16M7 20h10M5 7h14M5 7l-2.5 6a2.6 2.6 0 0 0 5 0zM19 7l-2.5 6a2.6 2.6 0 0 0 5 0z"/>',
    "search": '<circle cx="11" cy="11" r="7"/><path d="M20 20l-4-4"/>',
    "settings": '<path d="M4 7h9m4 0h3M4 17h3m4 0h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
    "shield": '<path d="M12 3l8 3v6c0 5-3.5 7.8-8 9-4.5-1.2-8-4-8-9V6z"/>',
    "table": '<path d="M3 10h18v3H3zM6 13v7m12-7v7"/><circle cx="12" cy="5.5" r="2"/>',
    "tray": '<path d="M12 4v9m0 0l-4-4m4 4l4-4M4 14v6h16v-6h-4l-1.5 2.500h-5L8 14z"/>',
    "undo": '<path d="M9 6L4 11l5 5M4 11h10a6 6 0 0 1 6 6v2"/>',
}
