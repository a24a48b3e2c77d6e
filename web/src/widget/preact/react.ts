// What the widget, and what it shares with the dashboard, needs of React, from Preact: the build puts this file in React's place.
export { Fragment } from 'preact';
export { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
